package dev.baton.web;

import dev.baton.people.Role;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A part of the pages that the menu leads to, and who may enter it; a part whose module has no page is not shown. */
enum Area {
    MY(Role.PARTICIPANT),
    REQUESTS(Role.PARTICIPANT),
    DASHBOARD(Role.OWNER, Role.LEADER),
    PILOTS(Role.OWNER, Role.LEADER),
    WORKFLOWS(Role.OWNER),
    BENCH(Role.OWNER),
    /** All mail there is; an owner sees what belongs to own workflows. */
    LEDGER(Role.OWNER),
    OUTBOX(Role.ADMIN),
    /** All mail of the embedded start; a page that is there in no other. */
    MAILBOXES;

    private final List<Role> roles;

    Area(Role... roles) {
        this.roles = List.of(roles);
    }

    /** Where it begins, such as {@code /my}; everything below belongs to it. */
    public String path() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    /** The key of its name in the menu. */
    public String label() {
        return "web.nav." + name().toLowerCase(Locale.ROOT);
    }

    boolean isOpenToEverybody() {
        return roles.isEmpty();
    }

    /** The authorities of Spring Security that let somebody in; an admin has all of them. */
    String[] authorities() {
        return roles.stream().map(SignedIn::authority).toArray(String[]::new);
    }

    boolean letsIn(SignedIn who) {
        return isOpenToEverybody() || roles.stream().anyMatch(who.person()::has);
    }

    static Stream<Area> all() {
        return Stream.of(values());
    }
}
