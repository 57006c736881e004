package dev.baton.models;

import dev.baton.people.Person;
import dev.baton.people.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever deploys.
 *
 * @param name a mail address, or the name of a program's token; empty for the folder
 * @param person whose rights count; null for the folder and for programs, which may deploy everything
 */
public record Author(String name, Way way, @Nullable Person person) {

    /** Whoever may write into the folder of models. */
    public static Author folder() {
        return new Author("", Way.FOLDER, null);
    }

    /** A program with a token, such as {@code demo}. */
    public static Author program(String name, Way way) {
        return new Author(name, way, null);
    }

    /** Somebody in the people file. */
    public static Author person(Person person, Way way) {
        return new Author(person.address().value(), way, person);
    }

    /** Whether this is a program, the folder or an admin. */
    boolean mayDoEverything() {
        return person == null || person.has(Role.ADMIN);
    }

    /** Whether this is somebody who may deploy anything at all. */
    boolean mayDeploy() {
        return person == null || person.has(Role.OWNER);
    }

    boolean isAmong(List<Person> people) {
        return person != null && people.stream().anyMatch(each -> each.address().equals(person.address()));
    }
}
