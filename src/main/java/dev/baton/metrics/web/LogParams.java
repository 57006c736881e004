package dev.baton.metrics.web;

import static dev.baton.metrics.web.QuestionParams.said;

import dev.baton.metrics.LogLayout;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** How an event log is to be read, as it stands in an address or a form; what is not said is guessed from the file. */
record LogParams(
        @Parameter(description = "'csv' or 'xes'; told from the first character where it is not said") @Nullable
        String format,

        @Parameter(name = "case", description = "Heading of the column that says what an event belongs to")
        @BindParam("case")
        @Nullable
        String caseColumn,

        @Parameter(description = "Heading of what was done") @Nullable
        String activity,

        @Parameter(description = "Heading of when it happened, or began where there is an end") @Nullable
        String time,

        @Parameter(description = "Heading of whether it began or ended ('start', 'complete', …)") @Nullable
        String lifecycle,

        @Parameter(description = "Heading of the date until when it was promised") @Nullable
        String due,

        @Parameter(description = "Heading of when it ended") @Nullable
        String end,

        @Parameter(description = "IANA zone of times that say none") @Nullable
        String zone,

        @Parameter(
                description = "Activities that end a case, with commas between; else a case ends with its last event")
        @Nullable
        String closing) {

    static final LogParams NONE = new LogParams(null, null, null, null, null, null, null, null, null);

    /** @throws DateTimeException if there is no such zone */
    LogLayout layout() {
        return new LogLayout(
                said(format).orElse(null),
                said(caseColumn).orElse(null),
                said(activity).orElse(null),
                said(time).orElse(null),
                said(lifecycle).orElse(null),
                said(due).orElse(null),
                said(end).orElse(null),
                said(zone).map(ZoneId::of).orElse(null),
                closingActivities());
    }

    /** What was said, by the names of the form's fields, so that a form comes back as it was filled. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("case", said(caseColumn).orElse(""));
        fields.put("activity", said(activity).orElse(""));
        fields.put("time", said(time).orElse(""));
        fields.put("lifecycle", said(lifecycle).orElse(""));
        fields.put("end", said(end).orElse(""));
        fields.put("due", said(due).orElse(""));
        fields.put("zone", said(zone).orElse(""));
        fields.put("closing", said(closing).orElse(""));
        return fields;
    }

    private Set<String> closingActivities() {
        return said(closing).stream()
                .flatMap(all -> Stream.of(all.split(",")))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toSet());
    }
}
