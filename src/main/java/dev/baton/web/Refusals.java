package dev.baton.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.ExceptionTranslationFilter;

/** Leads whoever may not open a page to the page that says why. */
final class Refusals extends AuthenticationTrustResolverImpl
        implements AccessDeniedHandler, ObjectPostProcessor<ExceptionTranslationFilter> {

    /** Spring asks somebody with a cookie alone to sign in again; here there is no better way to be signed in. */
    @Override
    public boolean isRememberMe(@Nullable Authentication authentication) {
        return false;
    }

    @Override
    public <F extends ExceptionTranslationFilter> F postProcess(F filter) {
        filter.setAuthenticationTrustResolver(this);
        return filter;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, why);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
