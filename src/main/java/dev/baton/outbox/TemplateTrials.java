package dev.baton.outbox;

import dev.baton.outbox.TemplateFiles.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries mail templates out with made-up data; nothing is sent. */
@Component
public class TemplateTrials {

    private static final Envelope ENVELOPE =
            new Envelope("PAGE-7", "lena@example.com", "requests@example.com", "https://baton.example.com/q/made-up");

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

    /** The templates that are mails, not parts of mails. */
    public List<String> names() {
        return files.names().stream().filter(name -> !SampleMails.isPart(name)).toList();
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

    /** A template that is not in the folder, as if it were there under this name. */
    public TemplateReport asIf(String name, String html, Set<String> given) {
        Source source = new Source(name, html, "not kept");
        return tried(source, check.read(source), null, given);
    }

    private TemplateReport tried(
            Source source, List<TemplateFinding> faults, @Nullable String face, Set<String> given) {
        List<String> faces = samples.faces(source.name());
        List<TemplateFinding> errors = new ArrayList<>(faults);
        List<TemplateFinding> warnings = new ArrayList<>();
        RenderedMail mail = null;
        if (errors.isEmpty()) {
            Set<String> unknown = new TreeSet<>();
            try {
                mail = templates.trial(source, fields(faces, face, given, unknown), ENVELOPE, unknown);
                reading.of(mail).forEach(fault -> warnings.add(check.finding(source.file(), 0, fault)));
            } catch (BrokenTemplateException broken) {
                errors.add(broken.finding());
            }
            unknown.forEach(name -> (faces.isEmpty() ? warnings : errors).add(unknown(source, faces, name)));
        }
        return new TemplateReport(source.name(), !faces.isEmpty(), faces, mail, errors, warnings);
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
