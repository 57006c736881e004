package dev.baton.metrics.web;

import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.RequestFact;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests as tables for files. */
final class RequestTables {

    private static final List<String> COLUMNS = List.of(
            "metrics.rows.request",
            "metrics.csv.title",
            "metrics.csv.example",
            "metrics.open.workflow",
            "metrics.open.campaign",
            "metrics.column.how",
            "metrics.column.opened",
            "metrics.column.first",
            "metrics.column.now",
            "metrics.column.ended",
            "metrics.open.late",
            "metrics.open.blocked",
            "metrics.csv.why",
            "metrics.csv.now");

    private RequestTables() {}

    /** A request, and how it stands if it is open. */
    private record Row(RequestFact request, @Nullable OpenRequest open) {}

    /** The open ones, then those that are over. */
    static CsvTable of(String name, List<OpenRequest> open, List<RequestFact> ended) {
        return new CsvTable(name, COLUMNS, each -> {
            open.forEach(one -> each.accept(cells(new Row(one.request(), one))));
            ended.forEach(one -> each.accept(cells(new Row(one, null))));
        });
    }

    private static List<@Nullable Object> cells(Row row) {
        RequestFact request = row.request();
        OpenRequest open = row.open();
        Instant endedAt = request.endedAt();
        return CsvTable.row(
                request.ref(),
                request.title(),
                request.madeUp(),
                request.workflow(),
                request.campaign(),
                request.isOpen() ? "open" : request.delivered() ? "delivered" : "closed",
                request.openedAt(),
                request.promises().stream().findFirst().orElse(null),
                request.promised().orElse(null),
                endedAt,
                open == null
                        ? request.promised()
                                .filter(due -> endedAt != null && due.isBefore(endedAt))
                                .isPresent()
                        : open.late(),
                open != null && open.blocked(),
                Optional.ofNullable(open)
                        .flatMap(OpenRequest::attention)
                        .map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse(null),
                open == null
                        ? null
                        : open.waiting().stream().map(task -> task.name()).collect(Collectors.joining("; ")));
    }
}
