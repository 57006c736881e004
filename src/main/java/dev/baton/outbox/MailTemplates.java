package dev.baton.outbox;

import dev.baton.outbox.TemplateFiles.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * The mails' templates: one HTML file each, the subject in {@code <title>}. A change of a file counts from the next mail
 * on. What a template may say is in {@code mail-templates/README.md}.
 */
@Component
public class MailTemplates {

    private static final Logger log = LoggerFactory.getLogger(MailTemplates.class);

    private final TemplateFiles files;
    private final TemplateCheck check;
    private final TemplateEngine engine = new TemplateEngine();

    MailTemplates(TemplateFiles files, SafeExpressions expressions, TemplateCheck check) {
        this.files = files;
        this.check = check;
        StandardDialect dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(expressions);
        engine.setDialect(dialect);
        engine.setTemplateResolver(new TemplateFilesResolver(files));
    }

    /** The names of all templates there are. */
    public SortedSet<String> names() {
        return files.names();
    }

    /** What is wrong with the templates as they are now; empty if nothing is. A template with a finding is not used. */
    public List<TemplateFinding> check() {
        return files.names().stream()
                .flatMap(name -> files.find(name).stream())
                .flatMap(source -> check.of(source).stream())
                .toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    void logFindings() {
        check().forEach(finding -> log.warn("Mail template {}", finding));
    }

    /** @throws BrokenTemplateException if there is no such template, or it cannot be used for this model */
    RenderedMail render(String name, Object model, Envelope envelope) {
        Source source = files.find(name).orElseThrow(() -> new BrokenTemplateException(check.missing(name)));
        check.of(source).stream().findFirst().ifPresent(finding -> {
            throw new BrokenTemplateException(finding);
        });
        try {
            return rendered(filled(new TemplateSpec(name, TemplateMode.HTML), context(model, envelope)), source);
        } catch (TemplateEngineException failure) {
            throw new BrokenTemplateException(finding(source, failure));
        }
    }

    /**
     * Fills the template, whether or not it is in the folder.
     *
     * @param unknown takes the names that it asks for and nobody gives
     * @throws BrokenTemplateException if it cannot be filled
     */
    RenderedMail trial(Source source, NamedFields fields, Envelope envelope, Set<String> unknown) {
        Context context = context(fields, envelope);
        context.setVariable(ModelFields.OPEN_MODEL, unknown);
        TemplateSpec spec =
                new TemplateSpec(source.name(), Map.<String, Object>of(TemplateFilesResolver.CONTENT, source));
        try {
            return rendered(filled(spec, context), source);
        } catch (TemplateEngineException failure) {
            throw new BrokenTemplateException(finding(source, failure));
        }
    }

    /** @throws TemplateFault if the template grows beyond any mail */
    private String filled(TemplateSpec spec, Context context) {
        GrowingMail mail = new GrowingMail();
        engine.process(spec, context, mail);
        return mail.toString();
    }

    private static Context context(Object model, Envelope envelope) {
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("statusUrl", null);
        context.setVariables(ModelFields.of(model));
        context.setVariable("mail", envelope);
        context.setVariable(SafeExpressions.EVALUATED, new AtomicInteger());
        if (model instanceof Map) {
            context.setVariable(ModelFields.OPEN_MODEL, true);
        }
        return context;
    }

    private RenderedMail rendered(String html, Source source) {
        Document document = Jsoup.parse(html);
        if (document.title().isBlank()) {
            throw new BrokenTemplateException(check.noSubject(source));
        }
        return new RenderedMail(document.title(), html, HtmlToText.of(document));
    }

    private TemplateFinding finding(Source source, TemplateEngineException failure) {
        String file = source.file();
        int line = 0;
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof TemplateProcessingException spot && spot.hasLineAndCol()) {
                file = spot.hasTemplateName() ? spot.getTemplateName() + ".html" : file;
                line = spot.getLine();
            }
            if (at instanceof TemplateFault fault) {
                return check.finding(file, line, fault);
            }
            if (takesItselfIn(at)) {
                return check.finding(file, line, new TemplateFault("outbox.template.endless"));
            }
        }
        return check.failed(file, line, failure);
    }

    /** Thymeleaf ends at a hundred parts within parts, and tells it in words only (3.1.5). */
    private static boolean takesItselfIn(Throwable failure) {
        return String.valueOf(failure.getMessage()).startsWith("Fragment inclusion depth");
    }
}
