package dev.baton.models;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A deployed process that requests can follow, in one of its versions.
 *
 * @param key the id of the process in its model, the same for all versions
 * @param about what it is for, in its owner's words; empty if the model does not say
 * @param version counts from 1
 * @param definitionId the engine's id of this version
 * @param owner address or team key of whoever is accountable
 * @param question the operating question that the owner wants answered; empty if the model has none
 * @param prefix of references, such as {@code LAUNCH}
 * @param addresses plus-tags and local parts that route mail here, lower-case
 * @param keywords words of a mail that speak for this workflow, lower-case
 * @param promise working time to delivery, such as {@code P10D}; null if the model promises nothing
 * @param isDefault whether mail that fits no other workflow comes here
 */
public record Workflow(
        String key,
        String name,
        String about,
        int version,
        String definitionId,
        String owner,
        String question,
        String prefix,
        List<String> addresses,
        List<String> keywords,
        @Nullable String promise,
        boolean isDefault) {

    /** Whether mail to this plus-tag or local part belongs here; the key of the workflow always does. */
    public boolean answersTo(String tagOrLocal) {
        String wanted = tagOrLocal.strip().toLowerCase(Locale.ROOT);
        return addresses.contains(wanted) || key.toLowerCase(Locale.ROOT).equals(wanted);
    }

    /** How many of the keywords stand in the text as words of their own. */
    int keywordsIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return (int) keywords.stream()
                .filter(keyword -> Pattern.compile(
                                "(?<![\\p{L}\\p{N}])" + Pattern.quote(keyword) + "s?(?![\\p{L}\\p{N}])")
                        .matcher(lower)
                        .find())
                .count();
    }

    /** The parts of a comma list, lower-case. */
    static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
