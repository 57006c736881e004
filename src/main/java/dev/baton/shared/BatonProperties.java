package dev.baton.shared;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the whole house needs to know of where it stands.
 *
 * @param publicUrl where people's browsers reach us; every link in a mail starts with it
 * @param address the intake address; plus-tags on it lead to workflows, requests and tasks
 * @param secret what links are signed with; made at the first start and kept in the database where it is not set
 */
@ConfigurationProperties("baton")
public record BatonProperties(
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue("requests@example.com") EmailAddress address,
        @Nullable String secret) {

    /** The full address of one of our pages; {@code path} starts with a slash. */
    public URI link(String path) {
        String base = publicUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
