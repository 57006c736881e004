package dev.baton.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/** The files of a mail in their order, each to be read again when it is asked for. */
final class MailFiles {

    private static final Pattern SHOWN = Pattern.compile("cid:([^\"'\\s<>)]{1,300})", Pattern.CASE_INSENSITIVE);

    private final ReadingLimits limits;
    private final Notes notes;
    private final AttachedContents contents;
    private final AttachedMails mails;
    private final List<Attachment> all = new ArrayList<>();

    MailFiles(byte[] raw, ReadingLimits limits, Notes notes) {
        this.limits = limits;
        this.notes = notes;
        this.contents = new AttachedContents(raw, limits);
        this.mails = new AttachedMails(limits);
    }

    /** All of them, with those that the HTML shows in their place marked. */
    List<Attachment> all(@Nullable String html) {
        Set<String> shown = shown(html);
        return all.stream()
                .map(file -> file.shown(file.contentId() != null && shown.contains(file.contentId())))
                .toList();
    }

    private static Set<String> shown(@Nullable String html) {
        Set<String> ids = new HashSet<>();
        Matcher matcher = SHOWN.matcher(html == null ? "" : html);
        while (matcher.find()) {
            ids.add(matcher.group(1));
            ids.add(decoded(matcher.group(1)));
        }
        return ids;
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return id;
        }
    }

    void add(MimeWalk.Found found) throws IOException {
        said(found.leaf());
        if (found.leaf().isMail()) {
            keep(found, mails.listed(described(found, 0), found.content()));
        } else {
            add(found, found.content().transferTo(OutputStream.nullOutputStream()));
        }
    }

    /** One whose content has been read. */
    void add(MimeWalk.Found found, long size) {
        keep(found, described(found, size));
    }

    /** Files that are packed into one leaf. */
    void addEach(
            MimeWalk.Found found,
            List<? extends PackedFile> files,
            Function<byte[], List<? extends PackedFile>> unpack) {
        for (int i = 0; i < files.size() && all.size() < limits.parts(); i++) {
            int index = i;
            String plain = Leaf.plain(files.get(i).name());
            String name = plain.isEmpty() ? "attachment-" + (all.size() + 1) + ".bin" : plain;
            AttachedFile file =
                    new AttachedFile(name, FileType.of(name), files.get(i).content().length);
            keep(
                    file,
                    () -> new ByteArrayInputStream(
                            contents.unpacked(found.number(), unpack).get(index).content()));
        }
    }

    private AttachedFile described(MimeWalk.Found found, long size) {
        Leaf leaf = found.leaf();
        return new AttachedFile(leaf.nameOr(all.size() + 1), leaf.type(), size, false, leaf.contentId(), List.of());
    }

    private void keep(MimeWalk.Found found, AttachedFile file) {
        keep(file, () -> contents.open(found.number()));
    }

    private void keep(AttachedFile file, InputStreamSource content) {
        all.add(new Attachment(file, content));
    }

    /** What a person should know of a part that nobody can read here. */
    private void said(Leaf leaf) {
        switch (leaf.type()) {
            case "application/pgp-encrypted" -> notes.add("encrypted", "PGP");
            case "message/partial" ->
                notes.add(
                        "partial",
                        leaf.parameter("number").orElse("?"),
                        leaf.parameter("total").orElse("?"));
            case "message/external-body" -> notes.add("external", where(leaf));
            default -> {}
        }
    }

    private static String where(Leaf leaf) {
        return leaf.parameter("url")
                .or(() -> leaf.parameter("name"))
                .or(() -> leaf.parameter("access-type"))
                .map(place -> place.toLowerCase(Locale.ROOT).startsWith("http") ? place : Leaf.plain(place))
                .orElse("?");
    }
}
