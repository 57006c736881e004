package dev.baton.web;

import dev.baton.people.People;
import dev.baton.people.Role;
import dev.baton.shared.EmailAddress;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds who signs in among the people; somebody taken off the people file is signed out. */
@Component
class SignedInPeople implements UserDetailsService {

    private final People people;

    SignedInPeople(People people) {
        this.people = people;
    }

    @Override
    public UserDetails loadUserByUsername(String address) {
        return EmailAddress.parse(address)
                .flatMap(people::find)
                .filter(person -> person.has(Role.PARTICIPANT))
                .map(SignedIn::new)
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(address));
    }
}
