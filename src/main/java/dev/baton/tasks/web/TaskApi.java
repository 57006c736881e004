package dev.baton.tasks.web;

import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Page;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.TaskFilter;
import dev.baton.tasks.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Open tasks for other programs. */
@RestController
@Tag(name = "Tasks", description = "Open tasks and where they are decided")
class TaskApi {

    private final Tasks tasks;
    private final TaskJson.Writer json;
    private final People people;

    TaskApi(Tasks tasks, TaskJson.Writer json, People people) {
        this.tasks = tasks;
        this.json = json;
        this.people = people;
    }

    /** Open tasks, oldest first; with {@code person}, those this person has now. */
    @GetMapping("/api/tasks")
    @Operation(summary = "Open tasks, oldest first")
    Page<TaskJson> list(
            @RequestParam(required = false) @Nullable String request,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        RequestRef ref = request == null ? null : read(RequestRef.parse(request).orElse(null), "request", request);
        EmailAddress address = person == null
                ? null
                : people.personOrStranger(read(EmailAddress.parse(person).orElse(null), "person", person))
                        .address();
        try {
            var page = tasks.open(new TaskFilter(ref, address), after, size);
            return new Page<>(
                    page.items().stream().map(task -> json.of(task, address)).toList(), page.next());
        } catch (NumberFormatException notFromAPage) {
            throw refused("after", String.valueOf(after));
        }
    }

    private static <T> T read(@Nullable T value, String name, String given) {
        if (value == null) {
            throw refused(name, given);
        }
        return value;
    }

    private static ResponseStatusException refused(String name, String given) {
        return new ResponseStatusException(
                HttpStatus.BAD_REQUEST, "The parameter '" + name + "' cannot be read: '" + given + "'");
    }
}
