package dev.baton.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody with a browser that keeps cookies and has no JavaScript: opens addresses, presses buttons. */
public final class Visitor {

    /**
     * What came back.
     *
     * @param at the address after all redirects
     */
    public record Answer(int status, URI at, HttpResponse<String> response) {

        public Document page() {
            return Jsoup.parse(response.body(), at.toString());
        }

        public String body() {
            return response.body();
        }

        /** The text of the page's one heading. */
        public String heading() {
            return page().select("h1").text();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI home;

    private Visitor(URI home) {
        this.home = home;
    }

    /** A new visitor of the application on this port, signed in nowhere. */
    public static Visitor of(int port) {
        return new Visitor(URI.create("http://localhost:" + port));
    }

    /**
     * Asks for a link to sign in with, and presses it.
     *
     * @param link where it leads, once it was asked for
     */
    public Visitor signsIn(String address, Supplier<String> link) {
        presses("Send me a link", opens("/sign-in"), Map.of("address", address));
        presses("Sign in", opens(link.get()));
        return this;
    }

    /** Opens an address of ours, or the path and query of a link from a mail. */
    public Answer opens(String address) {
        return send(request(address).GET());
    }

    /** Asks for the headers alone, as robots do. */
    public Answer peeks(String address) {
        return send(request(address).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    /** Presses the button with this text, with the form's fields filled in like this. */
    public Answer presses(String button, Answer on, Map<String, String> fields) {
        Element pressed = button(button, on);
        return posts(target(pressed, on), filledIn(pressed, fields));
    }

    /** Presses the button with this text, with the form's fields filled in like this and files chosen. */
    public Answer presses(String button, Answer on, Map<String, String> fields, List<ChosenFile> files) {
        Element pressed = button(button, on);
        return send(request(target(pressed, on))
                .header("Content-Type", ChosenFile.FORM_TYPE)
                .POST(ChosenFile.form(filledIn(pressed, fields), files)));
    }

    private static Element button(String button, Answer on) {
        return on.page().select("button, input[type=submit]").stream()
                .filter(each -> each.text().equals(button) || each.val().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button '" + button + "' on\n" + on.body()));
    }

    private static String target(Element pressed, Answer on) {
        String action = pressed.hasAttr("formaction")
                ? pressed.attr("formaction")
                : pressed.closest("form").attr("action");
        return on.at().resolve(action).toString();
    }

    private static Map<String, String> filledIn(Element pressed, Map<String, String> fields) {
        Map<String, String> sent = new LinkedHashMap<>();
        FormElement form = (FormElement) pressed.closest("form");
        form.formData().forEach(each -> sent.put(each.key(), each.value()));
        // The box that stands where no scripts run.
        form.select("noscript input[required]").forEach(box -> sent.put(box.attr("name"), box.val()));
        if (pressed.hasAttr("name")) {
            sent.put(pressed.attr("name"), pressed.val());
        }
        sent.putAll(fields);
        return sent;
    }

    /** Presses the button with this text in a form that needs nothing filled in. */
    public Answer presses(String button, Answer on) {
        return presses(button, on, Map.of());
    }

    /** Posts fields without having seen a form, as if a person had pressed its button. */
    public Answer posts(String address, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("pressed", "yes");
        return submits(address, all);
    }

    /** Posts these fields and nothing else. */
    public Answer submits(String address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Calls the API as a program with this token. */
    public Answer calls(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    /** Sends files to the API as a program with this token, all as one form. */
    public Answer sends(String path, String token, List<ChosenFile> files) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", ChosenFile.FORM_TYPE)
                .POST(ChosenFile.form(Map.of(), files)));
    }

    /** Saves what is at an address of ours. */
    public byte[] downloads(String address) {
        HttpResponse<byte[]> response = send(request(address).GET(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " instead of what is at " + address);
        }
        return response.body();
    }

    /** Sends any request to an address of ours. */
    public Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.uri(), response);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A request to an address of ours; of a full link only path and query count. */
    public HttpRequest.Builder request(String address) {
        URI given = URI.create(address);
        String query = given.getRawQuery() == null ? "" : "?" + given.getRawQuery();
        return HttpRequest.newBuilder(home.resolve(given.getRawPath() + query));
    }

    /** The cookies kept, by name. */
    public Map<String, String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .collect(Collectors.toMap(java.net.HttpCookie::getName, java.net.HttpCookie::getValue));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
