package dev.baton.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 413 where somebody pastes more into a form with files than {@code server.tomcat.max-http-form-post-size}. Tomcat
 * says of such a form, and of no other, that it was in no state to be asked, at the first look at one of its fields.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooMuchText extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IllegalStateException failed) {
            if (response.isCommitted() || !String.valueOf(failed.getMessage()).contains("maxPostSize")) {
                throw failed;
            }
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        }
    }
}
