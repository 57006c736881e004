package dev.baton.inbox.embedded;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All mailboxes of the embedded start, so that one person can try every part of a request. */
@Controller
@Profile("embedded")
@RequestMapping("/mailboxes")
class MailboxPages {

    /** The mail as designed, on a page of its own that can run nothing; its links open like any other. */
    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " sandbox allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox";

    private static final Logger log = LoggerFactory.getLogger(MailboxPages.class);

    private final EmbeddedMailServer server;
    private final BatonProperties baton;

    MailboxPages(EmbeddedMailServer server, BatonProperties baton) {
        this.server = server;
        this.baton = baton;
    }

    /** Whoever has started it reads in the last line of the log where to begin. */
    @EventListener(ApplicationReadyEvent.class)
    void isReady() {
        log.info("Baton is ready: open {}/mailboxes in a browser", baton.publicUrl());
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("mailboxes", server.mailboxes());
        model.addAttribute("intake", baton.address());
        return "inbox/mailboxes";
    }

    @GetMapping("/{address}")
    String one(@PathVariable String address, Model model) {
        model.addAttribute("address", address);
        model.addAttribute("mails", server.mails(address));
        return "inbox/mailbox";
    }

    @GetMapping("/{address}/{uid}")
    String mail(@PathVariable String address, @PathVariable long uid, Model model) {
        model.addAttribute("address", address);
        model.addAttribute("mail", find(address, uid));
        return "inbox/mailbox-mail";
    }

    @GetMapping("/{address}/{uid}/html")
    ResponseEntity<byte[]> asDesigned(@PathVariable String address, @PathVariable long uid) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", HARMLESS)
                .body(find(address, uid).html().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    String send(
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String inReplyTo) {
        EmailAddress sender = address(from);
        server.send(sender, address(to), subject, text, inReplyTo);
        return "redirect:/mailboxes/" + sender + "?sent";
    }

    private MailboxMail find(String address, long uid) {
        return server.mails(address).stream()
                .filter(mail -> mail.uid() == uid)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
