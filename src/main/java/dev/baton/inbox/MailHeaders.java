package dev.baton.inbox;

import java.util.List;
import java.util.Optional;

/** The headers of a mail in their order, unfolded. Names are compared without case. */
public final class MailHeaders {

    /** One header as it came: its name, and its value unfolded but with encoded words left as they are. */
    public record Header(String name, String value) {

        /** The value with encoded words (RFC 2047) decoded. */
        public String decoded() {
            return EncodedWords.decode(value);
        }
    }

    private final List<Header> all;

    MailHeaders(List<Header> all) {
        this.all = List.copyOf(all);
    }

    /** The first value of this header with encoded words (RFC 2047) decoded, or nothing. */
    public Optional<String> first(String name) {
        return raw(name).map(EncodedWords::decode);
    }

    /** Every value of this header, decoded, first to last. */
    public List<String> every(String name) {
        return everyRaw(name).stream().map(EncodedWords::decode).toList();
    }

    /** Whether there is such a header, even an empty one. */
    public boolean has(String name) {
        return raw(name).isPresent();
    }

    /** Whether the first value of this header begins with this word, without case. */
    boolean says(String name, String word) {
        return raw(name)
                .filter(value -> value.regionMatches(true, 0, word, 0, word.length()))
                .isPresent();
    }

    Optional<String> raw(String name) {
        return all.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    List<String> everyRaw(String name) {
        return all.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** All of them, in their order. */
    public List<Header> all() {
        return all;
    }
}
