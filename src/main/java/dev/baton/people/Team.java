package dev.baton.people;

import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * People who share work.
 *
 * @param key what models write as a candidate group, such as {@code design}
 * @param name as people write it
 * @param leader who answers for the team; null if nobody is named
 * @param members addresses of everybody in it, in the order of the file
 * @param calendar when the team works
 */
public record Team(
        String key, String name, @Nullable EmailAddress leader, List<EmailAddress> members, WorkingCalendar calendar) {

    public Team {
        members = List.copyOf(members);
    }

    /** Who answers for the team, if somebody is named. */
    public Optional<EmailAddress> lead() {
        return Optional.ofNullable(leader);
    }
}
