package dev.baton.outbox;

import dev.baton.outbox.TemplateFiles.Source;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.cache.NonCacheableCacheEntryValidity;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.thymeleaf.templateresolver.TemplateResolution;
import org.thymeleaf.templateresource.StringTemplateResource;

/** Gives Thymeleaf the mail templates and nothing else, parsed anew when a file has changed. */
record TemplateFilesResolver(TemplateFiles files) implements ITemplateResolver {

    /** The attribute under which a template is given that is not in the folder. */
    static final String CONTENT = "content";

    @Override
    public String getName() {
        return "mail-templates";
    }

    @Override
    public Integer getOrder() {
        return 1;
    }

    @Override
    public @Nullable TemplateResolution resolveTemplate(
            IEngineConfiguration configuration,
            @Nullable String ownerTemplate,
            String template,
            @Nullable Map<String, Object> attributes) {
        if (attributes != null
                && attributes.get(CONTENT) instanceof Source given
                && given.name().equals(template)) {
            return new TemplateResolution(
                    new StringTemplateResource(given.content()),
                    true,
                    TemplateMode.HTML,
                    false,
                    NonCacheableCacheEntryValidity.INSTANCE);
        }
        return files.find(template)
                .map(source -> new TemplateResolution(
                        new StringTemplateResource(source.content()),
                        true,
                        TemplateMode.HTML,
                        false,
                        new WhileUnchanged(files, source)))
                .orElse(null);
    }

    private record WhileUnchanged(TemplateFiles files, Source source) implements ICacheEntryValidity {

        @Override
        public boolean isCacheable() {
            return true;
        }

        @Override
        public boolean isCacheStillValid() {
            return files.unchanged(source);
        }
    }
}
