package dev.baton.web;

import dev.baton.people.Role;
import dev.baton.shared.Signatures;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ott.JdbcOneTimeTokenService;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who gets in where. Programs bring a token; people a signed cookie that any node can read, so there are no sessions;
 * signed links are checked by the module whose pages they lead to.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Duration SIGNED_IN_FOR = Duration.ofDays(14);

    /**
     * Only our own files and no scripts in pages. Style attributes are allowed for the labels of diagrams, which the
     * library that draws them places that way.
     */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The page of a mail shows it as its sender made it, and the bench as it will be, in a frame that runs nothing. */
    private static final RequestMatcher FRAMING = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/ledger/{id}/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/bench/**"));

    @Bean
    @Order(1)
    SecurityFilterChain securityOfApi(HttpSecurity http, ApiTokens tokens, Problems problems) {
        Bearer bearer = new Bearer(tokens);
        return forPrograms(http, bearer, bearer, problems)
                .securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /**
     * What Camunda Modeler deploys with. It shows fields for name and password by itself when it is refused; no browser is
     * asked for them, since one that kept them would send them along with forms of other sites.
     */
    @Bean
    @Order(1)
    SecurityFilterChain securityOfModeler(
            HttpSecurity http, ApiTokens tokens, SignedInPeople people, Problems problems) {
        ModelerSignIn signIn = new ModelerSignIn(tokens, people);
        return forPrograms(http, signIn, signIn, problems)
                .securityMatcher("/engine-rest/**", "/.well-known/camunda-automation-platform/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/.well-known/**")
                        .permitAll()
                        .anyRequest()
                        .hasAnyAuthority(SignedIn.authority(Role.OWNER), SignedIn.authority(Role.ADMIN)))
                .build();
    }

    private static HttpSecurity forPrograms(
            HttpSecurity http, AuthenticationConverter reader, AuthenticationManager check, Problems problems) {
        AuthenticationFilter filter = new AuthenticationFilter(check, reader);
        filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(problems));
        filter.setSuccessHandler((request, response, authentication) -> {});
        filter.setSecurityContextRepository(new RequestAttributeSecurityContextRepository());
        return http.csrf(CsrfConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(filter, BasicAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }

    /**
     * The cookie signs a person in anew at each request, so the form token must not change with it: a page in another tab
     * would make all open forms useless.
     */
    @Bean
    @Order(2)
    SecurityFilterChain securityOfPages(
            HttpSecurity http, Pages pages, SignInLinks links, TokenBasedRememberMeServices cookie) {
        Refusals refusals = new Refusals();
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        .ignoringRequestMatchers(oneClickUnsubscribe())
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .addFilterAfter(new PressedSignIn(), CsrfFilter.class)
                .requestCache(cache -> cache.requestCache(wantedPage()))
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(requests -> rules(requests, pages))
                .exceptionHandling(
                        handling -> handling.accessDeniedHandler(refusals).withObjectPostProcessor(refusals))
                .rememberMe(remember -> remember.rememberMeServices(cookie).key(cookie.getKey()))
                .oneTimeTokenLogin(login -> login.loginPage("/sign-in")
                        .tokenGeneratingUrl("/sign-in")
                        .generateRequestResolver(links)
                        .tokenGenerationSuccessHandler(links)
                        .loginProcessingUrl(PressedSignIn.PATH)
                        .showDefaultSubmitPage(false)
                        .authenticationFailureHandler(new SimpleUrlAuthenticationFailureHandler("/sign-in?expired"))
                        .defaultSuccessUrl("/welcome"))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .anonymous(Customizer.withDefaults())
                .build();
    }

    /** A page that nobody has given to a part of the menu or behind a signed link is for admins only. */
    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            Pages pages) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(SignedPages.patterns())
                .permitAll()
                .requestMatchers("/", "/sign-in/**", "/welcome", "/error")
                .permitAll()
                .requestMatchers("/quiet")
                .hasAuthority(SignedIn.authority(Role.PARTICIPANT));
        Area.all().forEach(area -> {
            var here = requests.requestMatchers(area.path(), area.path() + "/**");
            if (area.isOpenToEverybody()) {
                here.permitAll();
            } else {
                here.hasAnyAuthority(area.authorities());
            }
        });
        requests.anyRequest()
                .access((who, context) -> new AuthorizationDecision(!pages.existFor(context.getRequest())
                        || who.get().getAuthorities().stream()
                                .anyMatch(authority ->
                                        SignedIn.authority(Role.ADMIN).equals(authority.getAuthority()))));
    }

    /** What mail programs post by themselves (RFC 8058); the signature in its path says for whom. */
    private static RequestMatcher oneClickUnsubscribe() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                paths.matcher(HttpMethod.POST, "/q/{token}/unsubscribe"),
                paths.matcher(HttpMethod.POST, "/q/{token}/weekly/unsubscribe"));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(SecurityConfiguration::contentPolicy)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** Unless the page has one of its own. */
    private static void contentPolicy(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader("Content-Security-Policy")) {
            response.setHeader(
                    "Content-Security-Policy",
                    FRAMING.matches(request) ? CONTENT_POLICY + "; frame-src 'self'" : CONTENT_POLICY);
        }
    }

    /** Remembers, in a cookie, what page somebody wanted before signing in. */
    private static CookieRequestCache wantedPage() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"));
        return cache;
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/"));
        return repository;
    }

    @Bean
    TokenBasedRememberMeServices signedInCookie(Signatures signatures, SignedInPeople people) {
        var cookie = new TokenBasedRememberMeServices(signatures.token("cookie", "signed-in"), people);
        cookie.setCookieName("baton");
        cookie.setAlwaysRemember(true);
        cookie.setTokenValiditySeconds((int) SIGNED_IN_FOR.toSeconds());
        cookie.setCookieCustomizer(each -> each.setAttribute("SameSite", "Lax"));
        return cookie;
    }

    /**
     * Its own way to remove old links begins a thread that nobody ends (Spring Security 7.1.2 begins two and keeps one), so
     * that a start which fails would never exit. That one is ended here, and {@link SignInJobs} removes the links.
     */
    @Bean
    static JdbcOneTimeTokenService signInTokens(JdbcOperations jdbc, Clock clock) throws Exception {
        JdbcOneTimeTokenService tokens = new JdbcOneTimeTokenService(jdbc);
        tokens.destroy();
        tokens.setClock(clock);
        return tokens;
    }
}
