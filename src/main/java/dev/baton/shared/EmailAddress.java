package dev.baton.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail address as an identity: lower-cased, without display name (RFC 5321 §2.3.11 leaves the case of the local part
 * to its host; no host met in practice tells {@code Nadia@} from {@code nadia@}, so we do not either).
 *
 * @param value the whole address, {@code local@domain}, lower-case
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}]{1,64}@[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}]{1,253}");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a mail address: '" + value + "'");
        }
    }

    /** @throws IllegalArgumentException if the text is no mail address */
    @JsonCreator
    public static EmailAddress of(String text) {
        return new EmailAddress(text);
    }

    /** The address in the text, or nothing if it is not one. */
    public static Optional<EmailAddress> parse(String text) {
        // In lower case, which may be longer.
        String value = text.strip().toLowerCase(Locale.ROOT);
        return SHAPE.matcher(value).matches() ? Optional.of(new EmailAddress(value)) : Optional.empty();
    }

    /** The part before the {@code @}, with its plus-tag. */
    public String local() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    /** The part after the {@code @}. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** What stands between {@code +} and {@code @} (RFC 5233), if anything does. */
    public Optional<String> tag() {
        int plus = plus();
        return plus < 0 ? Optional.empty() : Optional.of(local().substring(plus + 1));
    }

    /** The same mailbox without a plus-tag. */
    public EmailAddress untagged() {
        int plus = plus();
        return plus < 0 ? this : new EmailAddress(local().substring(0, plus) + "@" + domain());
    }

    /** Where the tag begins; a plus before everything else is part of a number, as in {@code +491701234567@fax.example}. */
    private int plus() {
        return local().indexOf('+', 1);
    }

    /** The same mailbox with this plus-tag. */
    public EmailAddress withTag(String tag) {
        return new EmailAddress(untagged().local() + "+" + tag + "@" + domain());
    }

    /** The part before the {@code @} read as a name, for somebody who gave none: Clara Vogt for {@code clara.vogt@}. */
    public String readAsName() {
        String name = Stream.of(untagged().local().split("[._-]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? local() : name;
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
