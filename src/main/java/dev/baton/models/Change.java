package dev.baton.models;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.util.StringUtils;

/** One thing that two versions of a model say differently. */
public sealed interface Change {

    /** The element's id in the later version, of one that is gone in the earlier; null where the whole is meant. */
    @Nullable
    String element();

    /** What a person should know of it. */
    Phrase said();

    /** The change as a sentence for the process owner. */
    default String sentence(MessageSource messages) {
        return StringUtils.capitalize(said().in(messages));
    }

    /** How it is marked in a drawing: {@code added}, {@code removed} or {@code changed}. */
    String mark();

    /** Something that the earlier version does not have. */
    record Added(@Nullable String element, Phrase said) implements Change {
        @Override
        public String mark() {
            return "added";
        }
    }

    /** Something that the later version has no more. */
    record Removed(@Nullable String element, Phrase said) implements Change {
        @Override
        public String mark() {
            return "removed";
        }
    }

    /** Something that both have and that is not the same. */
    record Altered(@Nullable String element, Phrase said) implements Change {
        @Override
        public String mark() {
            return "changed";
        }
    }
}
