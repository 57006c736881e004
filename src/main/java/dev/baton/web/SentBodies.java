package dev.baton.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Under {@code /api} a body is a file, whatever the caller calls it: {@code curl --data-binary} says that it sends a form,
 * and a server that believes it reads the file away as parameters. Parameters there stand in the address alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SentBodies extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                || type == null
                || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new NoForm(request), response);
    }

    private static final class NoForm extends HttpServletRequestWrapper {

        private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

        private final Map<String, String[]> parameters = new LinkedHashMap<>();

        NoForm(HttpServletRequest request) {
            super(request);
            String query = request.getQueryString();
            MultiValueMap<String, String> said =
                    UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
            said.forEach((name, values) -> parameters.put(
                    decoded(name), values.stream().map(NoForm::decoded).toArray(String[]::new)));
        }

        private static String decoded(@Nullable String text) {
            if (text == null) {
                return "";
            }
            String spaced = text.replace('+', ' ');
            return BROKEN.matcher(spaced).find() ? spaced : UriUtils.decode(spaced, StandardCharsets.UTF_8);
        }

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase("Content-Type") ? getContentType() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase("Content-Type")
                    ? Collections.enumeration(List.of(getContentType()))
                    : super.getHeaders(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }
    }
}
