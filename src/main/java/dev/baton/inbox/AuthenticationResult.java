package dev.baton.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One result of an Authentication-Results header (RFC 8601 §2.2).
 *
 * @param method such as {@code dmarc}, lower-case
 * @param result such as {@code pass}, lower-case
 * @param properties by name such as {@code header.from}, lower-case
 */
record AuthenticationResult(String method, String result, Map<String, String> properties) {

    private static final List<String> DOMAINS = List.of("header.from", "header.d", "header.i", "smtp.mailfrom");

    boolean isOf(String... methods) {
        return List.of(methods).contains(method);
    }

    boolean passed() {
        return result.equals("pass") || (method.equals("dmarc") && result.equals("bestguesspass"));
    }

    boolean failed() {
        return result.equals("fail");
    }

    /** Whether it speaks of this domain or of one that it is part of (RFC 7489 §3.1, relaxed). */
    boolean speaksOf(String domain) {
        return DOMAINS.stream()
                .flatMap(name -> Optional.ofNullable(properties.get(name)).stream())
                .map(AuthenticationResult::domainOf)
                .anyMatch(named -> isSameOrPart(domain, named));
    }

    /** Whether it names the sender's domain and that is another one. */
    boolean speaksOfAnother(String domain) {
        String from = properties.get("header.from");
        return from != null && !domainOf(from).equals(domain);
    }

    private static boolean isSameOrPart(String part, String whole) {
        return part.equals(whole) || (whole.indexOf('.') > 0 && part.endsWith("." + whole));
    }

    private static String domainOf(String value) {
        return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
