package dev.baton.bench.web;

import dev.baton.models.MailUse;
import dev.baton.models.MailUses;
import dev.baton.outbox.RenderedMail;
import dev.baton.outbox.TemplateFinding;
import dev.baton.outbox.TemplateReport;
import dev.baton.outbox.TemplateTrials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Mail templates checked over HTTP. */
@RestController
@RequestMapping("/api/mail-templates")
class MailTemplatesApi {

    /** Bytes; a template of more than that makes a mail that is cut off. */
    private static final int LARGEST = 500_000;

    private final TemplateTrials trials;
    private final MailUses uses;

    MailTemplatesApi(TemplateTrials trials, MailUses uses) {
        this.trials = trials;
        this.uses = uses;
    }

    /** @param severity {@code error}: no mail can be made of it; {@code warning}: its readers would stumble */
    record Line(String severity, int line, String message) {}

    /**
     * @param usable whether mails can be made from it
     * @param subject as it comes out with made-up data; null if it does not
     * @param text the plain-text part of that
     */
    record Checked(
            boolean usable,
            @Nullable String subject,
            @Nullable String text,
            List<Line> findings) {}

    /**
     * Checks the template in the body; nothing is kept and nothing sent.
     *
     * @param name what its file is to be called, without its ending; a standard mail's name says which fields it has
     */
    @PostMapping("/check")
    Checked check(@RequestParam(defaultValue = "own") String name, InputStream body) throws IOException {
        byte[] html = body.readNBytes(LARGEST + 1);
        if (html.length > LARGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        TemplateReport report = trials.asIf(name, new String(html, StandardCharsets.UTF_8), given(name));
        RenderedMail mail = report.mail();
        return new Checked(
                report.usable(),
                mail == null ? null : mail.subject(),
                mail == null ? null : mail.text(),
                Stream.concat(lines("error", report.errors()), lines("warning", report.warnings()))
                        .toList());
    }

    private Set<String> given(String name) {
        return uses.all().stream()
                .filter(use -> use.template().equals(name))
                .map(MailUse::given)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static Stream<Line> lines(String severity, List<TemplateFinding> findings) {
        return findings.stream().map(finding -> new Line(severity, finding.line(), finding.message()));
    }
}
