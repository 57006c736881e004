package dev.baton.outbox;

import dev.baton.outbox.TemplateFiles.Source;
import dev.baton.shared.BatonProperties;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tries mail templates out with made-up data; nothing is sent. */
@Component
public class TemplateTrials {

    private static final Envelope ENVELOPE = new Envelope(
            "PAGE-7", "lena@example.com", "requests@example.com", "https://baton.example.com/q/made-up", null);

    private final TemplateFiles files;
    private final TemplateCheck check;
    private final MailTemplates templates;
    private final SampleMails samples;
    private final MailReading reading;

    TemplateTrials(
            TemplateFiles files,
            TemplateCheck check,
            MailTemplates templates,
            SampleMails samples,
            MailReading reading) {
        this.files = files;
        this.check = check;
        this.templates = templates;
        this.samples = samples;
        this.reading = reading;
    }

    /**
     * Those of a folder, and below them the standard ones, without a running Baton.
     *
     * @param messages with the sentences of {@code messages/outbox.properties}
     * @param baton where links of our own lead
     */
    public static TemplateTrials in(Path folder, MessageSource messages, BatonProperties baton) {
        TemplateFiles files = new TemplateFiles(folder);
        SafeExpressions expressions = new SafeExpressions();
        TemplateCheck check = new TemplateCheck(files, expressions, messages);
        return new TemplateTrials(
                files,
                check,
                new MailTemplates(files, expressions, check),
                new SampleMails(JsonMapper.shared()),
                new MailReading(baton));
    }

    /** The templates that are mails, not parts of mails. */
    public List<String> names() {
        return files.names().stream().filter(name -> !SampleMails.isPart(name)).toList();
    }

    /** Whether there is such a mail now. */
    public boolean has(String name) {
        return files.find(name).isPresent() && !SampleMails.isPart(name);
    }

    /** The file of this mail as it is now, for its owner to change; nothing if there is no such mail. */
    public Optional<String> source(String name) {
        return files.find(name).filter(source -> !SampleMails.isPart(name)).map(Source::content);
    }

    /**
     * The template as it is in the folder now.
     *
     * @param face which made-up case to show; the usual one if there is none of that name
     * @param given names that the workflows which send it fill, beside those that every mail has
     */
    public Optional<TemplateReport> inFolder(String name, @Nullable String face, Set<String> given) {
        return files.find(name)
                .filter(source -> !SampleMails.isPart(name))
                .map(source -> tried(source, check.of(source), face, given));
    }

    /**
     * The template as a workflow would send it, which gives it less than Baton gives its own mails.
     *
     * @param isTask whether it is the mail of a task; else of a mail step
     * @param given names that the workflow fills: fields of the brief for a task, inputs for a mail step
     * @return nothing if there is no such template
     */
    public Optional<TemplateReport> asSent(String name, boolean isTask, Set<String> given) {
        return files.find(name)
                .map(source -> tried(
                        source,
                        check.of(source),
                        List.of(),
                        unknown -> isTask ? samples.ownFields(given, unknown) : samples.stepFields(given, unknown)));
    }

    /**
     * A template of the folder that is not just what came with this program, without knowing who sends it: names that
     * nobody gives are no flaw then, nor is what comes of them.
     */
    public Optional<TemplateReport> changed(String name) {
        return files.find(name).filter(source -> !files.isStandard(source)).map(source -> {
            List<TemplateFinding> faults = check.of(source);
            TemplateReport report = tried(source, faults, null, Set.of());
            return report.standard() || report.unfilled().isEmpty()
                    ? report
                    : tried(source, faults, null, report.unfilled()).withoutUnfilled(faults);
        });
    }

    /** A template that is not in the folder, as if it were there under this name. */
    public TemplateReport asIf(String name, String html, Set<String> given) {
        Source source = new Source(name, html, "not kept");
        return tried(source, check.read(source), null, given);
    }

    private TemplateReport tried(
            Source source, List<TemplateFinding> faults, @Nullable String face, Set<String> given) {
        List<String> faces = samples.faces(source.name());
        return tried(source, faults, faces, unknown -> fields(faces, face, given, unknown));
    }

    private TemplateReport tried(
            Source source,
            List<TemplateFinding> faults,
            List<String> faces,
            Function<Set<String>, NamedFields> fields) {
        List<TemplateFinding> errors = new ArrayList<>(faults);
        List<TemplateFinding> warnings = new ArrayList<>();
        Set<String> unknown = new TreeSet<>();
        RenderedMail mail = null;
        if (errors.isEmpty()) {
            try {
                mail = templates.trial(source, fields.apply(unknown), ENVELOPE, unknown);
                reading.of(mail).forEach(fault -> warnings.add(check.finding(source.file(), 0, fault)));
            } catch (BrokenTemplateException broken) {
                errors.add(broken.finding());
            }
            unknown.forEach(name -> (faces.isEmpty() ? warnings : errors).add(unknown(source, faces, name)));
        }
        return new TemplateReport(source.name(), !faces.isEmpty(), faces, mail, errors, warnings, Set.copyOf(unknown));
    }

    private NamedFields fields(List<String> faces, @Nullable String face, Set<String> given, Set<String> unknown) {
        if (faces.isEmpty()) {
            return samples.ownFields(given, unknown);
        }
        return samples.fields(face != null && faces.contains(face) ? face : faces.get(0), unknown);
    }

    private TemplateFinding unknown(Source source, List<String> faces, String name) {
        return check.finding(
                source.file(),
                0,
                new TemplateFault(
                        faces.isEmpty() ? "outbox.template.unfilled" : "outbox.template.unknown-field", name));
    }
}
