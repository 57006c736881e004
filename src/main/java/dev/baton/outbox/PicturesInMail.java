package dev.baton.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The HTML of a mail with its SVG pictures as mail programs show pictures: as parts of the mail that the HTML names (RFC
 * 2392). One that cannot be drawn is there in its words.
 *
 * @param html without SVG
 * @param parts in their order
 */
record PicturesInMail(String html, List<Part> parts) {

    /** How the address of a picture begins that stands in the HTML itself. */
    static final String SVG = "data:image/svg+xml;base64,";

    /** @param contentId without angle brackets */
    record Part(String contentId, byte[] png) {}

    static PicturesInMail of(QueuedMail mail, Drawing drawing) {
        if (!mail.html().contains(SVG)) {
            return new PicturesInMail(mail.html(), List.of());
        }
        Document html = Jsoup.parse(mail.html());
        html.outputSettings().prettyPrint(false);
        List<Part> parts = new ArrayList<>();
        for (Element picture : html.select("img[src^=" + SVG + "]")) {
            Optional<byte[]> png = svg(picture).flatMap(drawing::png);
            if (png.isPresent()) {
                Part part = new Part(MailPicture.contentId(parts.size() + 1, mail.messageId()), png.get());
                parts.add(part);
                picture.attr("src", "cid:" + part.contentId());
            } else {
                picture.tagName("span").text(picture.attr("alt")).clearAttributes();
            }
        }
        return new PicturesInMail(html.outerHtml(), parts);
    }

    private static Optional<String> svg(Element picture) {
        try {
            byte[] bytes = Base64.getDecoder().decode(picture.attr("src").substring(SVG.length()));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
