package dev.baton.intake.web;

import dev.baton.inbox.Attachment;
import dev.baton.inbox.HtmlView;
import dev.baton.inbox.Ledger;
import dev.baton.inbox.ReceivedMail;
import dev.baton.requests.SourceWithoutLinks;
import dev.baton.requests.WithoutLinks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * A mail as its sender made it, in ways in which nothing that is in it can run in the reader's browser, and without the
 * links and addresses of others that stand in it. The very bytes are for programs ({@code /api/inbound/{id}/raw}).
 */
@Controller
@RequestMapping("/ledger/{id}")
class MailPages {

    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING = "default-src 'none'; sandbox";

    /** Pictures stand in the page itself; styles are those of the mail; links open in a window of their own. */
    private static final String HARMLESS = "default-src 'none'; img-src data:; style-src 'unsafe-inline';"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'self';"
            + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private static final int MOST_SHOWN = 200_000;

    /** What is read more than shown, so that no link is told from other text by its beginning only. */
    private static final int LONGEST_LINK = 8_192;

    private final Ledger ledger;
    private final Seen seen;
    private final SourceWithoutLinks source;
    private final WithoutLinks withoutLinks;

    MailPages(Ledger ledger, Seen seen, SourceWithoutLinks source, WithoutLinks withoutLinks) {
        this.ledger = ledger;
        this.seen = seen;
        this.source = source;
        this.withoutLinks = withoutLinks;
    }

    /** As a file and as plain text, so that no browser runs anything that is in it. */
    @GetMapping("/raw")
    void raw(@PathVariable long id, Principal principal, HttpServletResponse response) throws IOException {
        InputStream content = content(id, principal);
        send(content, MediaType.TEXT_PLAIN, "mail-" + id + ".eml", response);
    }

    /** The same to read. */
    @GetMapping("/source")
    String source(@PathVariable long id, Principal principal, Model model) throws IOException {
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        byte[] read = content(id, principal).readNBytes(MOST_SHOWN + LONGEST_LINK);
        source.copy(new ByteArrayInputStream(read), beginning);
        byte[] bytes = beginning.toByteArray();
        int shown = Math.min(bytes.length, MOST_SHOWN);
        model.addAttribute("id", id);
        model.addAttribute("text", new String(bytes, 0, shown, StandardCharsets.UTF_8).replace("\0", "\uFFFD"));
        model.addAttribute("whole", read.length <= MOST_SHOWN && shown == bytes.length);
        return "intake/source";
    }

    /** The HTML of the mail made harmless, to be shown in a frame. */
    @GetMapping("/html")
    String html(@PathVariable long id, Principal principal, Model model, HttpServletResponse response) {
        HtmlView view = HtmlView.of(seen.mail(id, seen.person(principal)), withoutLinks::in)
                .orElseThrow(MailPages::missing);
        response.setHeader(POLICY, HARMLESS);
        model.addAttribute("view", view);
        return "intake/mail-html";
    }

    /** One attachment, to be saved. */
    @GetMapping("/files/{number}")
    void file(@PathVariable long id, @PathVariable int number, Principal principal, HttpServletResponse response)
            throws IOException {
        ReceivedMail mail = seen.mail(id, seen.person(principal));
        List<Attachment> files = mail.attachments();
        if (number < 0 || number >= files.size()) {
            throw missing();
        }
        Attachment file = files.get(number);
        send(file.content(), MediaType.APPLICATION_OCTET_STREAM, file.name(), response);
    }

    private void send(InputStream content, MediaType type, String name, HttpServletResponse response)
            throws IOException {
        response.setContentType(type.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(POLICY, NOTHING);
        source.copy(content, response.getOutputStream());
    }

    private InputStream content(long id, Principal principal) {
        return ledger.content(seen.entry(id, seen.person(principal)).id()).orElseThrow(MailPages::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
