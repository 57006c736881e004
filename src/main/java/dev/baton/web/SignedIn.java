package dev.baton.web;

import dev.baton.people.Person;
import dev.baton.people.Role;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person who is signed in; read anew from the people file at every request, so a lost role is lost at once. */
record SignedIn(Person person) implements UserDetails {

    static String authority(Role role) {
        return "ROLE_" + role.name();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return Stream.of(Role.values())
                .filter(person::has)
                .map(role -> new SimpleGrantedAuthority(authority(role)))
                .toList();
    }

    /** Nobody has a password; the cookie's signature wants some text in its place. */
    @Override
    public String getPassword() {
        return "none";
    }

    /** The address; what {@link java.security.Principal#getName()} says in every module. */
    @Override
    public String getUsername() {
        return person.address().value();
    }
}
