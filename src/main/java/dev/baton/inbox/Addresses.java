package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses in a mail's headers; what is no address is left out. */
final class Addresses {

    /** Headers in which servers note whom a mail was really for; the surer ones first. */
    private static final List<String> ENVELOPE = List.of(
            "X-Original-To", "Delivered-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "X-Forwarded-To");

    private static final Logger log = LoggerFactory.getLogger(Addresses.class);

    /** More than anybody writes to; so many are enough to say so. */
    private static final int MOST = 1_000;

    private static final Pattern LOOSE =
            Pattern.compile("(?<![\\w.!#$%&'*+/=?^`{|}~-])[\\w.!#$%&'*+/=?^`{|}~-]{1,64}+@[\\w.-]{1,253}\\w");
    /** One address in angle brackets, and before it a name in quotes or without signs that mean something in lists. */
    private static final Pattern ONE_IN_ANGLES = Pattern.compile(
            "\\s*+(\"(?:[^\"\\\\]|\\\\.){0,500}+\"|[^\"<>,:;()\\\\]{0,500}+)\\s*<([^<>\"]{1,400})>\\s*");

    private static final int LONGEST = 100_000;

    /** An address with the name shown beside it. */
    record Named(EmailAddress address, @Nullable String name) {}

    private final MailHeaders headers;
    private final Map<String, List<Named>> found = new HashMap<>();

    Addresses(MailHeaders headers) {
        this.headers = headers;
    }

    Optional<Named> from() {
        return in("From").stream().findFirst().or(() -> in("Sender").stream().findFirst());
    }

    List<EmailAddress> of(String header) {
        return in(header).stream().map(Named::address).distinct().toList();
    }

    List<EmailAddress> recipients() {
        Set<EmailAddress> all = new LinkedHashSet<>();
        ENVELOPE.forEach(header -> all.addAll(of(header)));
        all.addAll(of("To"));
        all.addAll(of("Cc"));
        return List.copyOf(all);
    }

    private List<Named> in(String header) {
        return found.computeIfAbsent(
                header,
                name -> headers.everyRaw(name).stream()
                        .flatMap(value -> read(value.substring(0, Math.min(value.length(), LONGEST))).stream())
                        .toList());
    }

    private static List<Named> read(String value) {
        Matcher only = ONE_IN_ANGLES.matcher(value);
        if (only.matches()) {
            String inside = only.group(2).strip();
            if (inside.indexOf('@') != inside.lastIndexOf('@')) {
                return List.of();
            }
            Optional<EmailAddress> address = EmailAddress.parse(inside);
            if (address.isPresent()) {
                return List.of(new Named(address.get(), nameIn(only.group(1))));
            }
        }
        Sheltered sheltered = new Sheltered(value);
        List<Named> found = parsed(sheltered.text()).stream()
                .limit(MOST)
                .flatMap(mailbox -> named(mailbox, sheltered).stream())
                .toList();
        if (!found.isEmpty() && value.indexOf('<') >= 0) {
            return found;
        }
        List<Named> loose = loose(EncodedWords.decode(value));
        boolean more = loose.size() > found.size() && value.indexOf('"') < 0;
        return more || found.isEmpty() ? loose : found;
    }

    private static @Nullable String nameIn(String before) {
        String name = EncodedWords.decode(
                        before.strip().replaceAll("^\"(.*)\"$", "$1").replaceAll("\\\\(.)", "$1"))
                .strip();
        return name.isEmpty() ? null : name;
    }

    private static List<Mailbox> parsed(String text) {
        try {
            return LenientAddressParser.DEFAULT.parseAddressList(text).flatten();
        } catch (RuntimeException broken) {
            log.debug("An address list is read loosely", broken);
            return List.of();
        }
    }

    private static Optional<Named> named(Mailbox mailbox, Sheltered sheltered) {
        String name = mailbox.getName() == null
                ? null
                : EncodedWords.decode(sheltered.restored(mailbox.getName())).strip();
        String address = EncodedWords.decode(sheltered.restored(mailbox.getAddress()));
        return EmailAddress.parse(address)
                .or(() -> loose(address).stream().map(Named::address).findFirst())
                .map(parsed -> new Named(parsed, name == null || name.isEmpty() ? null : name));
    }

    private static List<Named> loose(String value) {
        List<Named> found = new ArrayList<>();
        Matcher matcher = LOOSE.matcher(value);
        while (matcher.find()) {
            EmailAddress.parse(matcher.group()).ifPresent(address -> found.add(new Named(address, null)));
        }
        return found;
    }
}
