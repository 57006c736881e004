package dev.baton.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/**
 * Who deploys from Camunda Modeler: it sends a bearer token, or a name and a password (RFC 7617). The password is a token of
 * the API; the name is whose rights count, a mail address in the people file, or the name of the token itself.
 */
final class ModelerSignIn implements AuthenticationConverter, AuthenticationManager {

    private final Bearer bearer;
    private final ApiTokens tokens;
    private final SignedInPeople people;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    ModelerSignIn(ApiTokens tokens, SignedInPeople people) {
        this.bearer = new Bearer(tokens);
        this.tokens = tokens;
        this.people = people;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        Authentication program = bearer.convert(request);
        return program != null ? program : basic.convert(request);
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String token = String.valueOf(given.getCredentials());
        String program = tokens.programWith(token).orElseThrow(() -> new BadCredentialsException("Unknown API token"));
        if (given.getName().isEmpty() || given.getName().equals(program)) {
            return bearer.authenticate(given);
        }
        UserDetails person = people.loadUserByUsername(given.getName());
        return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    }
}
