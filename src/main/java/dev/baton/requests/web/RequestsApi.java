package dev.baton.requests.web;

import dev.baton.requests.Request;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Page;
import dev.baton.shared.RequestRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/requests")
@Tag(name = "Requests")
class RequestsApi {

    private final Requests requests;
    private final RequestsJson json;

    RequestsApi(Requests requests, RequestsJson json) {
        this.requests = requests;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "Requests, newest first")
    Page<RequestJson> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String workflow,
            @RequestParam(required = false) @Nullable String campaign,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        RequestFilter filter = new RequestFilter(
                state == null ? null : state(state),
                workflow,
                campaign,
                person == null ? null : reader(person),
                search);
        try {
            Page<Request> page = requests.list(filter, after, size);
            return new Page<>(json.of(page.items()), page.next());
        } catch (NumberFormatException noPage) {
            throw bad("after", String.valueOf(after));
        }
    }

    @GetMapping("/{ref}")
    @Operation(summary = "One request with where it stands now")
    RequestJson one(@PathVariable String ref) {
        return RequestRef.parse(ref)
                .flatMap(requests::find)
                .map(json::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no request " + ref));
    }

    private static RequestState state(String word) {
        try {
            return RequestState.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw bad("state", word);
        }
    }

    private static RequestFilter.Reader reader(String person) {
        EmailAddress address = EmailAddress.parse(person).orElseThrow(() -> bad("person", person));
        return new RequestFilter.Reader(address, Set.of());
    }

    private static ResponseStatusException bad(String parameter, String value) {
        return new ResponseStatusException(
                HttpStatus.BAD_REQUEST, "'" + value + "' is no value of the parameter '" + parameter + "'");
    }
}
