package dev.baton.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Is it a read receipt (RFC 8098)? */
class ReadReceipts implements MachineReader {

    @Override
    public Optional<ReadReceipt> read(ReceivedMail mail) {
        Optional<String> type = Reports.type(mail.headers());
        if (type.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, String>> groups =
                Reports.fields(mail, "message/disposition-notification", "message/global-disposition-notification");
        if (groups.isEmpty() && !type.get().equals("disposition-notification")) {
            return Optional.empty();
        }
        List<String> about = new ArrayList<>();
        boolean deleted = false;
        for (Map<String, String> fields : groups) {
            String original = fields.get("Original-Message-ID");
            if (original != null) {
                about.add(original.strip());
            }
            // "manual-action/MDN-sent-manually; deleted", or "…; displayed"
            String disposition = fields.getOrDefault("Disposition", "").toLowerCase(Locale.ROOT);
            deleted |= disposition.contains("deleted") && !disposition.contains("displayed");
        }
        about.addAll(Reports.about(mail));
        return Optional.of(new ReadReceipt(!deleted, about.stream().distinct().toList()));
    }
}
