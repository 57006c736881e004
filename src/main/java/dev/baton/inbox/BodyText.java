package dev.baton.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bytes of a text part as text. */
final class BodyText {

    private static final Pattern META = Pattern.compile(
            "<(?:meta|\\?xml)\\b[^>]{0,200}?(?:charset|encoding)\\s{0,3}=\\s{0,3}[\"']?([\\w.:-]{2,40})",
            Pattern.CASE_INSENSITIVE);
    private static final int HEAD_OF_HTML = 8_192;

    private BodyText() {}

    static String of(byte[] bytes, Leaf leaf, Notes notes) {
        String text = MailCharset.decode(bytes, charset(bytes, leaf, notes));
        if (leaf.isEnriched()) {
            return EnrichedText.plain(text, leaf.type().endsWith("richtext"));
        }
        return leaf.flowed() ? FlowedText.joined(text, leaf.delSp()) : text;
    }

    private static @Nullable String charset(byte[] bytes, Leaf leaf, Notes notes) {
        String declared = leaf.charset();
        boolean known =
                declared != null && (CharsetNames.of(declared).isPresent() || MailCharset.readsItself(declared));
        if (declared != null && !known && !CharsetNames.saysNothing(declared)) {
            notes.add("unknown-charset", declared);
        }
        return known || !leaf.isHtml() ? declared : named(bytes).orElse(declared);
    }

    /** What HTML says of itself. */
    static Optional<String> named(byte[] html) {
        byte[] start = Arrays.copyOf(html, Math.min(html.length, HEAD_OF_HTML));
        Matcher matcher = META.matcher(new String(start, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
