package dev.baton.outbox;

import dev.baton.shared.BatonProperties;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Whether people could read a mail as it came out of its template, and whether its links lead somewhere. */
@Component
class MailReading {

    /** Bytes; Gmail shows the first 102 kB of a mail's HTML and cuts off the rest. */
    private static final int LARGEST = 100_000;

    /** WCAG 2.2, 1.4.3. */
    private static final double LEAST_CONTRAST = 4.5;

    private static final Set<String> OPENED_ELSEWHERE = Set.of("mailto", "tel", "sms");
    private static final Pattern ONLY_HERE = Pattern.compile("localhost|127\\..*|0\\.0\\.0\\.0|\\[.*]|[^.]+");

    /** Pages of ours that only the link in the mail of their reader opens. */
    private static final Pattern PERSONAL = Pattern.compile("/(?:t|s|q|brief|forwarded|reply)/.*");

    private final BatonProperties baton;

    MailReading(BatonProperties baton) {
        this.baton = baton;
    }

    /** What somebody who gets the mail would stumble over. */
    List<TemplateFault> of(RenderedMail mail) {
        List<TemplateFault> faults = new ArrayList<>();
        Document html = Jsoup.parse(mail.html());
        int size = mail.html().getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            faults.add(new TemplateFault("outbox.template.large", size / 1000));
        }
        if (mail.text().isBlank()) {
            faults.add(new TemplateFault("outbox.template.no-text"));
        }
        html.select("a, area").forEach(link -> link(link).ifPresent(faults::add));
        html.select("img:not([alt])")
                .forEach(picture -> faults.add(new TemplateFault("outbox.template.no-alt", picture.attr("src"))));
        Stream.of(Look.values()).forEach(look -> faults.addAll(faint(html, look)));
        return faults;
    }

    private Optional<TemplateFault> link(Element link) {
        String to = link.attr("href").strip();
        String words = link.text().isBlank() ? link.attr("title") : link.text();
        return flaw(to).map(flaw -> new TemplateFault("outbox.template.link." + flaw, words, to));
    }

    private Optional<String> flaw(String to) {
        URI address;
        try {
            address = URI.create(to);
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("unreadable");
        }
        if (to.isEmpty() || to.startsWith("#")) {
            return Optional.of("nowhere");
        }
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.isEmpty()) {
            return Optional.of("relative");
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return OPENED_ELSEWHERE.contains(scheme) ? Optional.empty() : Optional.of("action");
        }
        String host = address.getHost() == null ? "" : address.getHost();
        if (host.equals(baton.publicUrl().getHost())) {
            return PERSONAL.matcher(String.valueOf(address.getPath())).matches()
                    ? Optional.of("personal")
                    : Optional.empty();
        }
        return ONLY_HERE.matcher(host).matches() ? Optional.of("here") : Optional.empty();
    }

    private static Set<TemplateFault> faint(Document html, Look look) {
        Styles styles = new Styles(html, look);
        Set<String> told = new LinkedHashSet<>();
        Set<TemplateFault> faults = new LinkedHashSet<>();
        for (Element element : html.body().getAllElements()) {
            String words = element.ownText().strip();
            if (!words.isEmpty() && !element.is("style, script") && !styles.hides(element)) {
                styles.words(element)
                        .flatMap(colour -> styles.ground(element).map(colour::contrastTo))
                        .filter(contrast -> contrast < LEAST_CONTRAST && told.add(words))
                        .map(contrast -> new TemplateFault(
                                "outbox.template.contrast." + look.name().toLowerCase(Locale.ROOT),
                                words.length() <= 40 ? words : words.substring(0, 40) + "…",
                                Math.floor(contrast * 10) / 10))
                        .ifPresent(faults::add);
            }
        }
        return faults;
    }
}
