package dev.baton.intake.web;

import dev.baton.inbox.Attachment;
import dev.baton.inbox.HtmlView;
import dev.baton.inbox.Ledger;
import dev.baton.inbox.ReceivedMail;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** A mail as its sender made it, in ways in which nothing that is in it can run in the reader's browser. */
@Controller
@RequestMapping("/ledger/{id}")
class MailPages {

    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING = "default-src 'none'; sandbox";

    /** Pictures stand in the page itself; styles are those of the mail. */
    private static final String HARMLESS = "default-src 'none'; img-src data:; style-src 'unsafe-inline';"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

    private static final int MOST_SHOWN = 200_000;

    private final Ledger ledger;
    private final Seen seen;

    MailPages(Ledger ledger, Seen seen) {
        this.ledger = ledger;
        this.seen = seen;
    }

    /** As a file and as plain text, so that no browser runs anything that is in it. */
    @GetMapping("/raw")
    ResponseEntity<byte[]> raw(@PathVariable long id, Principal principal) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mail-" + id + ".eml\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(POLICY, NOTHING)
                .body(bytes(id, principal));
    }

    /** The same to read. */
    @GetMapping("/source")
    String source(@PathVariable long id, Principal principal, Model model) {
        byte[] bytes = bytes(id, principal);
        int shown = Math.min(bytes.length, MOST_SHOWN);
        model.addAttribute("id", id);
        model.addAttribute("text", new String(bytes, 0, shown, StandardCharsets.UTF_8).replace("\0", "\uFFFD"));
        model.addAttribute("whole", shown == bytes.length);
        return "intake/source";
    }

    /** The HTML of the mail made harmless, to be shown in a frame. */
    @GetMapping("/html")
    String html(@PathVariable long id, Principal principal, Model model, HttpServletResponse response) {
        HtmlView view = HtmlView.of(seen.mail(id, seen.person(principal))).orElseThrow(MailPages::missing);
        response.setHeader(POLICY, HARMLESS);
        model.addAttribute("view", view);
        return "intake/mail-html";
    }

    /** One attachment, to be saved. */
    @GetMapping("/files/{number}")
    ResponseEntity<Resource> file(@PathVariable long id, @PathVariable int number, Principal principal)
            throws IOException {
        ReceivedMail mail = seen.mail(id, seen.person(principal));
        List<Attachment> files = mail.attachments();
        if (number < 0 || number >= files.size()) {
            throw missing();
        }
        Attachment file = files.get(number);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(POLICY, NOTHING)
                .body(new InputStreamResource(file.content()));
    }

    private byte[] bytes(long id, Principal principal) {
        return ledger.raw(seen.entry(id, seen.person(principal)).id()).orElseThrow(MailPages::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
