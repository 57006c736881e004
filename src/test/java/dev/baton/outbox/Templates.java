package dev.baton.outbox;

import java.nio.file.Path;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Mail templates without the rest of the house. */
final class Templates {

    private Templates() {}

    static MailTemplates in(Path folder) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/outbox");
        messages.setDefaultEncoding("UTF-8");
        TemplateFiles files = new TemplateFiles(folder);
        SafeExpressions expressions = new SafeExpressions();
        return new MailTemplates(files, expressions, new TemplateCheck(files, expressions, messages));
    }
}
