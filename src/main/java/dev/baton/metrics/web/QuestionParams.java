package dev.baton.metrics.web;

import dev.baton.metrics.Question;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A question as it stands in an address; what is not said has a default. */
record QuestionParams(
        @Parameter(description = "Where the numbers come from; 'live' is this Baton's own work and the default")
        @Nullable
        String source,

        @Parameter(description = "Key of one workflow; all of them where it is not said") @Nullable
        String workflow,

        @Parameter(description = "Name of one campaign; all requests where it is not said") @Nullable
        String campaign,

        @Parameter(description = "Key of the team that requests are with at the as-of time; all where it is not said")
        @Nullable
        String team,

        @Parameter(
                description =
                        "Number of the workflow's version that requests are in at the as-of time; all if not said")
        @Nullable
        String version,

        @Parameter(description = "Begin of the period: an instant or a date, 90 days before its end if not said")
        @Nullable
        String from,

        @Parameter(description = "End of the period, not included: an instant or a date, the as-of time if not said")
        @Nullable
        String to,

        @Parameter(description = "What came after this instant is not looked at; now if not said") @Nullable
        String asOf,

        @Parameter(description = "IANA zone in which dates and weeks begin; the organisation's if not said") @Nullable
        String zone,

        @Parameter(description = "'false' leaves made-up requests out") @Nullable
        String examples) {

    static final QuestionParams NONE = new QuestionParams(null, null, null, null, null, null, null, null, null, null);

    /** The same question with everything said that now and the organisation would say: it has this answer for ever. */
    public QuestionParams fixed(Question question) {
        return new QuestionParams(
                source,
                workflow,
                campaign,
                team,
                version,
                question.period().from().toString(),
                question.period().to().toString(),
                question.asOf().toString(),
                question.zone().getId(),
                examples);
    }

    /** The same question with or without made-up requests. */
    public QuestionParams withExamples(boolean counted) {
        return new QuestionParams(
                source, workflow, campaign, team, version, from, to, asOf, zone, counted ? null : "false");
    }

    /** The same question with another beginning. */
    QuestionParams since(Instant beginning) {
        return new QuestionParams(
                source, workflow, campaign, team, version, beginning.toString(), to, asOf, zone, examples);
    }

    /** As it stands behind the path of a page: empty, or beginning with a question mark. */
    public String query() {
        return query(null);
    }

    /** The same with what else a page is asked for; null for nothing. */
    public String query(@Nullable Map<String, String> more) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("source", source);
        all.put("workflow", workflow);
        all.put("campaign", campaign);
        all.put("team", team);
        all.put("version", version);
        all.put("from", from);
        all.put("to", to);
        all.put("asOf", asOf);
        all.put("zone", zone);
        all.put("examples", examples);
        if (more != null) {
            all.putAll(more);
        }
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        all.forEach((name, value) -> {
            if (said(value).isPresent()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().build(all).toString();
    }

    /** The same for a page's table as a file; null for the table of which there is only one. */
    public String csv(@Nullable Map<String, String> more, @Nullable String table) {
        Map<String, String> all = new LinkedHashMap<>(more == null ? Map.of() : more);
        if (table != null) {
            all.put("table", table);
        }
        all.put("format", "csv");
        return query(all);
    }

    /** The same for one of several pages of rows. */
    public String page(int number) {
        return page(number, null);
    }

    /** The same with what else a page is asked for. */
    public String page(int number, @Nullable Map<String, String> more) {
        String query = query(more);
        return query + (query.isEmpty() ? "?" : "&") + "page=" + number;
    }

    /** The same question about a part of its period, with everything said. */
    public QuestionParams within(Question question, Instant begin, Instant end) {
        QuestionParams fixed = fixed(question);
        return new QuestionParams(
                source,
                workflow,
                campaign,
                team,
                version,
                begin.toString(),
                end.toString(),
                fixed.asOf,
                fixed.zone,
                examples);
    }

    /** The same question looked back from another moment. */
    public QuestionParams asOf(Instant moment) {
        return new QuestionParams(
                source, workflow, campaign, team, version, from, to, moment.toString(), zone, examples);
    }

    /** The same question about one workflow; a version is one of the workflow it was said for. */
    public QuestionParams ofWorkflow(String key) {
        String sameVersion = key.equals(workflow) ? version : null;
        return new QuestionParams(source, key, campaign, team, sameVersion, from, to, asOf, zone, examples);
    }

    /** The value, if there is one: an empty field of a form says nothing. */
    static Optional<String> said(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
