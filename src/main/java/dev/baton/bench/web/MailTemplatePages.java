package dev.baton.bench.web;

import dev.baton.models.MailUse;
import dev.baton.models.MailUses;
import dev.baton.outbox.RenderedMail;
import dev.baton.outbox.TemplateReport;
import dev.baton.outbox.TemplateTrials;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Every mail that Baton and its workflows can send, filled with made-up data, and what is wrong with it. */
@Controller
@RequestMapping("/bench/mails")
class MailTemplatePages {

    /** Nothing runs in a mail and nothing is fetched for it; only our own page frames it. */
    private static final String HARMLESS = "default-src 'none'; img-src data: https:; style-src 'unsafe-inline';"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

    private static final String OF_DARK_PROGRAMS = "prefers-color-scheme: dark";
    private static final String ALWAYS = "min-width: 0";

    private final TemplateTrials trials;
    private final MailUses uses;

    MailTemplatePages(TemplateTrials trials, MailUses uses) {
        this.trials = trials;
        this.uses = uses;
    }

    /**
     * A mail as the list shows it.
     *
     * @param uses the steps of workflows that send it
     */
    record Row(TemplateReport report, List<MailUse> uses) {}

    @GetMapping
    String list(Model model) {
        List<MailUse> all = uses.all();
        List<Row> rows = trials.names().stream()
                .flatMap(name -> trials.inFolder(name, null, given(name, all)).stream())
                .map(report -> new Row(report, of(report.name(), all)))
                .toList();
        model.addAttribute(
                "own", rows.stream().filter(row -> !row.report().standard()).toList());
        model.addAttribute(
                "standard", rows.stream().filter(row -> row.report().standard()).toList());
        return "bench/mail-list";
    }

    @GetMapping("/{name}")
    String mail(
            @PathVariable String name,
            @RequestParam(name = "case", required = false) @Nullable String face,
            Model model) {
        TemplateReport report = report(name, face);
        model.addAttribute("report", report);
        model.addAttribute("face", face == null ? name : face);
        model.addAttribute("uses", of(name, uses.all()));
        return "bench/mail";
    }

    /** The template, to be changed and put into the folder of mail templates. */
    @GetMapping("/{name}/file")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        String source = trials.source(name).orElseThrow(MailTemplatePages::missing);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".html")
                                .build()
                                .toString())
                .body(source.getBytes(StandardCharsets.UTF_8));
    }

    /** The mail itself, for a frame. */
    @GetMapping("/{name}/html")
    @ResponseBody
    String html(
            @PathVariable String name,
            @RequestParam(name = "case", required = false) @Nullable String face,
            @RequestParam(defaultValue = "false") boolean dark,
            HttpServletResponse response) {
        RenderedMail mail = report(name, face).mail();
        if (mail == null) {
            throw missing();
        }
        response.setHeader("Content-Security-Policy", HARMLESS);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        return dark ? mail.html().replace(OF_DARK_PROGRAMS, ALWAYS) : light(mail.html());
    }

    /** Shown as in a light mail program, whatever the browser is. */
    private static String light(String html) {
        return html.replace(OF_DARK_PROGRAMS, "max-width: 0").replace("content=\"light dark\"", "content=\"light\"");
    }

    private TemplateReport report(String name, @Nullable String face) {
        return trials.inFolder(name, face, given(name, uses.all())).orElseThrow(MailTemplatePages::missing);
    }

    private static List<MailUse> of(String name, List<MailUse> all) {
        return all.stream().filter(use -> use.template().equals(name)).toList();
    }

    /** Whatever one of the steps that send it fills. */
    private static Set<String> given(String name, List<MailUse> all) {
        Set<String> given = new TreeSet<>();
        of(name, all).forEach(use -> given.addAll(use.given()));
        return given;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
