package dev.baton.models;

import dev.baton.outbox.TemplateReport;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What there is besides the file that is checked. */
interface Surroundings {

    /** The model of the process with this key, as it would be called now. */
    Optional<Model> process(String key);

    boolean hasDecision(String key);

    /** The models of all processes but the one with this key. */
    Stream<Model> othersThan(String key);

    /** The workflows that requests can follow, but the one with this key. */
    Stream<Neighbour> neighbours(String key);

    /** Who works here and which mails there are. */
    Colleagues colleagues();

    /** Whether the text is the address of somebody in the people file or the key of a team. */
    default boolean isSomebody(String addressOrTeam) {
        return colleagues().isSomebody(addressOrTeam);
    }

    default boolean isTeam(String key) {
        return colleagues().isTeam(key);
    }

    default boolean hasTemplate(String name) {
        return colleagues().hasTemplate(name);
    }

    /**
     * The mail as a workflow sends it, filled with made-up data; nothing if there is none of that name, or mails are not
     * looked at.
     *
     * @param isTask whether it is the mail of a task; else of a mail step
     * @param given names that the workflow fills
     */
    default Optional<TemplateReport> mail(String template, boolean isTask, Set<String> given) {
        return colleagues().mail(template, isTask, given);
    }
}
