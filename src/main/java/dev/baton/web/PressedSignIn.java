package dev.baton.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/** A sign-in link is used up by a person's press only, or a robot that reads mail first would leave them with none. */
final class PressedSignIn extends OncePerRequestFilter {

    static final String PATH = "/sign-in/link";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getRequestURI().equals(request.getContextPath() + PATH)
                || Press.madeBy(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = Objects.requireNonNullElse(request.getParameter("token"), "");
        response.sendRedirect(
                request.getContextPath() + PATH + "?again&token=" + UriUtils.encodeQueryParam(token, "UTF-8"));
    }
}
