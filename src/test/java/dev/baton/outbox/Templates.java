package dev.baton.outbox;

import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;

/** Mail templates without the rest of the house. */
final class Templates {

    private Templates() {}

    static MailTemplates in(Path folder) {
        TemplateFiles files = new TemplateFiles(folder);
        SafeExpressions expressions = new SafeExpressions();
        return new MailTemplates(files, expressions, new TemplateCheck(files, expressions, messages()));
    }

    static TemplateTrials trialsIn(Path folder) {
        TemplateFiles files = new TemplateFiles(folder);
        SafeExpressions expressions = new SafeExpressions();
        TemplateCheck check = new TemplateCheck(files, expressions, messages());
        BatonProperties baton = new BatonProperties(
                URI.create("https://work.example.org"), EmailAddress.of("requests@example.org"), "secret");
        return new TemplateTrials(
                files,
                check,
                new MailTemplates(files, expressions, check),
                new SampleMails(JsonMapper.shared()),
                new MailReading(baton));
    }

    /** A sentence of messages/outbox.properties. */
    static String sentence(String key, Object... parts) {
        return messages().getMessage(key, parts, Locale.ENGLISH);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/outbox");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
