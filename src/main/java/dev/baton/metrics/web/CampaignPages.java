package dev.baton.metrics.web;

import dev.baton.metrics.Answer;
import dev.baton.metrics.Campaign;
import dev.baton.metrics.CampaignCount;
import dev.baton.metrics.Measures;
import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.Question;
import dev.baton.metrics.RequestFact;
import dev.baton.people.Moments;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All campaigns, and the requests of one with what is promised and what is at risk. */
@Controller
class CampaignPages {

    /** Nobody reads more of them at once; the list of requests has them all. */
    private static final int LINES = 100;

    private static final List<String> COLUMNS = List.of(
            "metrics.campaigns.campaign",
            "metrics.open.open",
            "metrics.open.late",
            "metrics.open.blocked",
            "metrics.open.due-soon",
            "metrics.campaigns.undated",
            "metrics.campaigns.delivered",
            "metrics.campaigns.closed",
            "metrics.campaigns.last");

    private final QuestionOnPage questions;
    private final Measures measures;
    private final Dashboard dashboard;
    private final Moments moments;
    private final CsvFiles files;

    CampaignPages(QuestionOnPage questions, Measures measures, Dashboard dashboard, Moments moments, CsvFiles files) {
        this.questions = questions;
        this.measures = measures;
        this.dashboard = dashboard;
        this.moments = moments;
        this.files = files;
    }

    /**
     * @param promisedBy the last date that holds; null where nothing open has one
     */
    record Line(CampaignCount count, @Nullable String promisedBy) {}

    /**
     * A request that is over.
     *
     * @param promised the date that held at its end; null where none did
     * @param late whether it ended after that date
     */
    record Ended(
            RequestFact request, String endedOn, @Nullable String promised, boolean late) {}

    @GetMapping("/dashboard/campaigns")
    String campaigns(
            @RequestParam(required = false) @Nullable String campaign,
            QuestionParams params,
            Principal principal,
            Model model) {
        Question question = questions.read(params, principal, model);
        Answer answer = measures.answer(question);
        return QuestionParams.said(campaign)
                .map(name -> one(answer.campaign(name), question, model))
                .orElseGet(() -> all(answer, question, model));
    }

    @GetMapping(path = "/dashboard/campaigns", params = "format=csv")
    void csv(QuestionParams params, Principal principal, HttpServletResponse response) throws IOException {
        Question question = questions.exactlyLive(params, principal);
        Answer answer = measures.answer(question);
        CsvTable table = QuestionParams.said(params.campaign())
                .map(answer::campaign)
                .map(campaign -> RequestTables.of("campaign", campaign.open(), campaign.ended()))
                .orElseGet(() -> CsvTable.of("campaigns", COLUMNS, answer.campaigns(), CampaignPages::cells));
        files.give(table, question, response);
    }

    private static List<@Nullable Object> cells(CampaignCount count) {
        return CsvTable.row(
                count.name(),
                count.open(),
                count.late(),
                count.blocked(),
                count.dueSoon(),
                count.undated(),
                count.delivered(),
                count.closed(),
                count.promisedBy());
    }

    private String all(Answer answer, Question question, Model model) {
        List<CampaignCount> counts = answer.campaigns();
        model.addAttribute(
                "madeUp", counts.stream().mapToLong(CampaignCount::madeUp).sum());
        model.addAttribute("more", Math.max(0, counts.size() - LINES));
        model.addAttribute(
                "lines",
                counts.stream()
                        .limit(LINES)
                        .map(count -> new Line(count, day(Optional.ofNullable(count.promisedBy()), question)))
                        .toList());
        return "metrics/campaigns";
    }

    private String one(Campaign campaign, Question question, Model model) {
        if (!campaign.isKnown()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<OpenRequest> calm = campaign.open().stream()
                .filter(each -> each.attention().isEmpty())
                .toList();
        model.addAttribute("campaign", campaign);
        model.addAttribute("kept", Map.of("campaign", campaign.name()));
        model.addAttribute("madeUp", madeUp(campaign));
        model.addAttribute("promisedBy", day(campaign.promisedBy(), question));
        model.addAttribute("attention", dashboard.attention(campaign.open(), question));
        model.addAttribute("calm", dashboard.lines(calm.stream().limit(LINES).toList(), question));
        model.addAttribute("calmMore", Math.max(0, calm.size() - LINES));
        List<RequestFact> delivered = campaign.delivered();
        List<RequestFact> closed = campaign.closed();
        model.addAttribute("delivered", ended(delivered, question));
        model.addAttribute("deliveredMore", Math.max(0, delivered.size() - LINES));
        model.addAttribute("closed", ended(closed, question));
        model.addAttribute("closedMore", Math.max(0, closed.size() - LINES));
        strip(campaign, delivered, question, model);
        return "metrics/campaign";
    }

    private void strip(Campaign campaign, List<RequestFact> delivered, Question question, Model model) {
        TimeStrip strip = TimeStrip.of(
                Stream.concat(
                        campaign.open().stream().map(OpenRequest::request).limit(LINES),
                        delivered.stream().limit(LINES)),
                question.asOf());
        if (strip != null) {
            model.addAttribute("strip", strip);
            model.addAttribute("stripFrom", moments.brief(strip.from(), question.zone()));
            model.addAttribute("stripTo", moments.brief(strip.to(), question.zone()));
        }
    }

    private static long madeUp(Campaign campaign) {
        return Stream.concat(campaign.open().stream().map(OpenRequest::request), campaign.ended().stream())
                .filter(RequestFact::madeUp)
                .count();
    }

    private List<Ended> ended(List<RequestFact> requests, Question question) {
        return requests.stream().limit(LINES).map(each -> ended(each, question)).toList();
    }

    private Ended ended(RequestFact request, Question question) {
        Instant endedAt = Optional.ofNullable(request.endedAt()).orElse(question.asOf());
        return new Ended(
                request,
                moments.brief(endedAt, question.zone()),
                day(request.promised(), question),
                request.promised().filter(due -> due.isBefore(endedAt)).isPresent());
    }

    private @Nullable String day(Optional<Instant> at, Question question) {
        return at.map(moment -> moments.brief(moment, question.zone())).orElse(null);
    }
}
