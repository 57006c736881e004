package dev.baton.models;

import java.util.Optional;
import java.util.stream.Stream;

/** What there is besides the file that is checked: other models, who works here, and which mails there are. */
interface Surroundings {

    /** The model of the process with this key, as it would be called now. */
    Optional<Model> process(String key);

    boolean hasDecision(String key);

    /** The models of all processes but the one with this key. */
    Stream<Model> othersThan(String key);

    /** The workflows that requests can follow, but the one with this key. */
    Stream<Neighbour> neighbours(String key);

    /** Whether the text is the address of somebody in the people file or the key of a team. */
    boolean isSomebody(String addressOrTeam);

    boolean isTeam(String key);

    boolean hasTemplate(String name);

    /** Why the template of this name cannot be used; nothing if it can, or if there is none. */
    Optional<String> brokenTemplate(String name);
}
