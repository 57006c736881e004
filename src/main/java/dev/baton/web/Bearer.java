package dev.baton.web;

import dev.baton.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads and checks {@code Authorization: Bearer …} (RFC 6750 §2.1) of programs. */
final class Bearer implements AuthenticationConverter, AuthenticationManager {

    private static final String SCHEME = "Bearer ";
    private final ApiTokens tokens;

    Bearer(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? UsernamePasswordAuthenticationToken.unauthenticated(
                        "", header.substring(SCHEME.length()).strip())
                : null;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String program = tokens.programWith(String.valueOf(given.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("Unknown API token"));
        return UsernamePasswordAuthenticationToken.authenticated(
                program, null, AuthorityUtils.createAuthorityList(SignedIn.authority(Role.ADMIN)));
    }
}
