package dev.baton.metrics.web;

import dev.baton.metrics.Answer;
import dev.baton.metrics.Change;
import dev.baton.metrics.Lasting;
import dev.baton.metrics.Measure;
import dev.baton.metrics.Measures;
import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.OpenRequest.Attention;
import dev.baton.metrics.Period;
import dev.baton.metrics.Question;
import dev.baton.metrics.Report;
import dev.baton.metrics.Scope;
import dev.baton.metrics.TaskFact;
import dev.baton.metrics.Weeks;
import dev.baton.metrics.Weeks.What;
import dev.baton.metrics.charts.SmallLines;
import dev.baton.outbox.MailPicture;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.outbox.QuietLinks;
import dev.baton.outbox.Weekly;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.TaskWords;
import dev.baton.tasks.Tasks;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts together what a leader, or an owner of their own workflows, has to know at the beginning of a week: what is at risk
 * and what needs a decision as it stands now, and how the five numbers of the last four whole weeks compare with those of
 * the four before (docs/decisions/0102).
 */
@Component
class WeeklyWriter {

    private static final int COMPARED = 4;
    private static final int DRAWN = 13;
    private static final int LINES = 7;
    private static final Duration SOON = Duration.ofDays(7);

    private final Measures measures;
    private final Viewers viewers;
    private final Dashboard dashboard;
    private final Tasks tasks;
    private final TaskWords words;
    private final Outbox outbox;
    private final QuietLinks quiet;
    private final People people;
    private final Moments moments;
    private final Lengths lengths;
    private final Texts texts;
    private final BatonProperties baton;
    private final Clock clock;

    WeeklyWriter(
            Measures measures,
            Viewers viewers,
            Dashboard dashboard,
            Tasks tasks,
            TaskWords words,
            Outbox outbox,
            QuietLinks quiet,
            People people,
            Moments moments,
            Lengths lengths,
            Texts texts,
            BatonProperties baton,
            Clock clock) {
        this.measures = measures;
        this.viewers = viewers;
        this.dashboard = dashboard;
        this.tasks = tasks;
        this.words = words;
        this.outbox = outbox;
        this.quiet = quiet;
        this.people = people;
        this.moments = moments;
        this.lengths = lengths;
        this.texts = texts;
        this.baton = baton;
        this.clock = clock;
    }

    /** What the mail says, and what it shows. */
    record Week(WeeklyMail mail, MailPicture picture) {}

    /** The mail as it would go out at this moment; nothing if its reader has no work to be told of. */
    Optional<OutgoingMail> mail(Person reader) {
        return write(reader)
                .map(week -> OutgoingMail.to(reader.address(), Weekly.TEMPLATE, week.mail())
                        .showing(week.picture()));
    }

    /** Its words and its picture. */
    Optional<Week> write(Person reader) {
        Instant now = clock.instant();
        ZoneId zone = people.calendarOf(reader.address()).zone();
        ZonedDateTime monday = LocalDate.ofInstant(now, zone)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(zone);
        Scope scope = viewers.scopeOf(reader);
        Question four = until(monday, COMPARED, scope);
        Report report = measures.answer(four).report();
        List<OpenRequest> open =
                measures.answer(until(monday, COMPARED, scope, now)).open();
        if (open.isEmpty()
                && report.reliability().denominator() == 0
                && report.intakeClarity().denominator() == 0) {
            return Optional.empty();
        }
        Report before = measures.answer(until(monday.minusWeeks(COMPARED), COMPARED, scope))
                .report();
        Question question = until(monday, COMPARED, scope, now);
        List<OpenRequest> risks = atRisk(open, now);
        List<TaskFact> decisions = toDecide(open);
        List<WeeklyMail.Item> forReader = forReader(reader, open, question);
        int shown = Math.max(0, LINES - forReader.size());
        List<WeeklyMail.Item> toDecide = new ArrayList<>(forReader);
        toDecide.addAll(decisions(decisions.stream().limit(shown).toList(), question));
        String query = QuestionParams.NONE.fixed(four).query();
        return Optional.of(new Week(
                new WeeklyMail(
                        texts.of("weekly.subject", late(open), blocked(open), day(monday.toInstant(), zone)),
                        sentence(report.reliability(), late(open), blocked(open), open.size()),
                        risks(risks.stream().limit(LINES).toList(), question),
                        Math.max(0, risks.size() - LINES),
                        link("/dashboard#attention"),
                        toDecide,
                        Math.max(0, decisions.size() - shown),
                        link("/dashboard/workload"),
                        texts.of(
                                "weekly.counted",
                                day(four.period().from(), zone),
                                day(monday.minusDays(1).toInstant(), zone)),
                        report.madeUp() > 0
                                || open.stream().anyMatch(each -> each.request().madeUp()),
                        numbers(report, before, query),
                        link("/dashboard" + query),
                        quiet.weekly(reader.address()),
                        texts.of(reader.has(Role.LEADER) ? "weekly.why.leader" : "weekly.why.owner")),
                picture(measures.answer(until(monday, DRAWN, scope)), monday, zone)));
    }

    /** The numbers of a week are those of its beginning, whenever it is opened. */
    private static Question until(ZonedDateTime monday, int weeks, Scope scope) {
        return until(monday, weeks, scope, monday.toInstant());
    }

    private static Question until(ZonedDateTime monday, int weeks, Scope scope, Instant asOf) {
        Period period = new Period(monday.minusWeeks(weeks).toInstant(), monday.toInstant());
        return new Question(scope, period, asOf, monday.getZone(), true);
    }

    private static long late(List<OpenRequest> open) {
        return open.stream().filter(OpenRequest::late).count();
    }

    private static long blocked(List<OpenRequest> open) {
        return open.stream().filter(OpenRequest::blocked).count();
    }

    private String sentence(Measure reliability, long late, long blocked, int open) {
        String now = open == 0 ? texts.of("weekly.now.none") : texts.of("weekly.now", open, late, blocked);
        return reliability.isKnown()
                ? texts.of("weekly.sentence", now, reliability.numerator(), reliability.denominator())
                : now;
    }

    /** Late ones first, then what stands still, then what has a late task, then what is due this week. */
    private static List<OpenRequest> atRisk(List<OpenRequest> open, Instant now) {
        return open.stream()
                .filter(each -> each.attention().isPresent())
                .filter(each -> each.attention().get() != Attention.DUE_SOON
                        || each.request()
                                .promised()
                                .filter(due -> due.isBefore(now.plus(SOON)))
                                .isPresent())
                .sorted(Comparator.comparing(
                                (OpenRequest each) -> each.attention().orElse(Attention.DUE_SOON))
                        .thenComparing(WeeklyWriter::since))
                .toList();
    }

    /** What stands longest comes first, else what was promised first. */
    private static Instant since(OpenRequest open) {
        Instant promised = open.request().promised().orElse(Instant.MAX);
        return open.late()
                ? promised
                : open.holdups().stream()
                        .map(OpenRequest.Holdup::since)
                        .min(Comparator.naturalOrder())
                        .orElse(promised);
    }

    private List<WeeklyMail.Item> risks(List<OpenRequest> some, Question question) {
        return dashboard.lines(some, question).stream()
                .map(line -> item(line.open(), risk(line)))
                .toList();
    }

    private String risk(AttentionLine line) {
        String promise = line.promised() == null
                ? texts.of("attention.unpromised")
                : texts.of(line.open().late() ? "attention.was-promised" : "attention.is-promised", line.promised());
        Optional<String> waits = line.holdups().stream()
                .findFirst()
                .map(holdup -> texts.of("attention.waits", holdup.on(), holdup.since(), holdup.what()));
        Optional<String> task = line.tasks().stream()
                .max(Comparator.comparing(AttentionLine.Task::late))
                .map(this::task);
        return promise + " " + waits.or(() -> task).orElse("");
    }

    private String task(AttentionLine.Task task) {
        String who = task.who() == null ? texts.of("attention.nobody") : task.who();
        if (task.due() == null) {
            return texts.of("attention.now", task.name(), who);
        }
        return texts.of(task.late() ? "attention.now.late" : "attention.now.due", task.name(), who, task.due());
    }

    private WeeklyMail.Item item(OpenRequest open, String sentence) {
        return new WeeklyMail.Item(
                open.request().ref().toString(),
                open.request().title(),
                sentence.strip(),
                link("/requests/" + open.request().ref()));
    }

    /** What stands because of the reader, and mails that nobody but an admin can help. */
    private List<WeeklyMail.Item> forReader(Person reader, List<OpenRequest> open, Question question) {
        List<WeeklyMail.Item> items = new ArrayList<>();
        for (OpenRequest each : open) {
            each.holdups().stream()
                    .filter(holdup -> EmailAddress.parse(holdup.on())
                            .filter(reader.address()::equals)
                            .isPresent())
                    .map(holdup ->
                            item(each, texts.of("weekly.on-you", day(holdup.since(), question.zone()), holdup.what())))
                    .forEach(items::add);
        }
        int dead = outbox.deadLetters();
        if (dead > 0 && reader.has(Role.ADMIN)) {
            items.add(new WeeklyMail.Item(
                    "", texts.of("weekly.dead", dead), texts.of("weekly.dead.do"), link("/outbox?state=dead")));
        }
        return items.stream().limit(LINES).toList();
    }

    /** What asks somebody to approve, what waits longest first. */
    private static List<TaskFact> toDecide(List<OpenRequest> open) {
        return open.stream()
                .flatMap(each -> each.waiting().stream())
                .filter(TaskFact::review)
                .sorted(Comparator.comparing(TaskFact::openedAt))
                .toList();
    }

    private List<WeeklyMail.Item> decisions(List<TaskFact> some, Question question) {
        Map<String, List<HandOver>> holders =
                tasks.holders(some.stream().map(task -> task.id().toString()).toList());
        return some.stream()
                .map(task -> {
                    List<HandOver> with = holders.getOrDefault(task.id().toString(), List.of());
                    return new WeeklyMail.Item(
                            task.request().ref().toString(),
                            task.request().title(),
                            texts.of(
                                    "weekly.decide",
                                    task.name(),
                                    with.isEmpty() ? texts.of("attention.nobody") : words.names(with),
                                    day(task.openedAt(), question.zone())),
                            link("/requests/" + task.request().ref()));
                })
                .toList();
    }

    private List<WeeklyMail.Number> numbers(Report now, Report before, String query) {
        return List.of(
                share("reliability", now.reliability(), before.reliability(), query),
                share("late-work", now.lateRate().current(), before.lateRate().current(), query),
                reviews(now.reviewTime().estimated(), before.reviewTime().estimated(), query),
                share("intake-clarity", now.intakeClarity(), before.intakeClarity(), query),
                share("visibility", now.visibility(), before.visibility(), query));
    }

    private WeeklyMail.Number share(String word, Measure now, Measure before, String query) {
        Change change = now.tooFew() || before.tooFew() ? Change.UNKNOWN : Change.between(now, before);
        return number(word, value(now), change, percent(before.value()), query);
    }

    private String value(Measure now) {
        if (!now.isKnown()) {
            return texts.of("weekly.none");
        }
        return now.tooFew()
                ? texts.of("weekly.few", now.numerator(), now.denominator())
                : texts.of(
                        "weekly.share",
                        percent(now.value()),
                        now.lowPercent(),
                        now.highPercent(),
                        now.numerator(),
                        now.denominator());
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "" : Math.round(100 * share) + "\u00a0%";
    }

    private WeeklyMail.Number reviews(Lasting.Estimated now, Lasting.Estimated before, String query) {
        Change change = now.tooFew() || before.tooFew() ? Change.UNKNOWN : Change.between(now, before);
        Double half = before.p50();
        return number(
                "review-time",
                lengths.half(now)
                        .map(length -> texts.of("weekly.length", length, now.n()))
                        .orElse(texts.of("weekly.none")),
                change,
                half == null ? "" : lengths.of(half),
                query);
    }

    private WeeklyMail.Number number(String word, String value, Change change, String before, String query) {
        return new WeeklyMail.Number(
                texts.of(word),
                value,
                texts.of(
                        "weekly.change."
                                + change.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        before),
                link("/dashboard/" + word + query));
    }

    private MailPicture picture(Answer quarter, ZonedDateTime monday, ZoneId zone) {
        Map<What, Weeks> all = quarter.weeks(List.of(What.RELIABILITY, What.LATE_WORK, What.CYCLE_TIME), List.of());
        SmallLines lines = new SmallLines();
        StringBuilder says = new StringBuilder(
                texts.of("weekly.picture", DRAWN, day(monday.minusDays(1).toInstant(), zone)));
        all.forEach((what, weeks) -> {
            List<@Nullable Double> values = new ArrayList<>();
            for (int week = 0; week < DRAWN; week++) {
                values.add(null);
            }
            for (Weeks.Week week : weeks.weeks()) {
                long place = ChronoUnit.WEEKS.between(
                        monday.minusWeeks(DRAWN).toLocalDate(), LocalDate.ofInstant(week.from(), zone));
                values.set((int) place, week.value());
            }
            String title = texts.of(
                    "weekly.line." + what.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            String newest = newest(what, values.get(DRAWN - 1));
            lines.row(title, newest, values, what == What.CYCLE_TIME ? 0 : 1);
            says.append(' ').append(texts.of("weekly.line.says", title, newest));
        });
        return new MailPicture(lines.svg(), says.toString(), SmallLines.WIDTH);
    }

    private String newest(What what, @Nullable Double value) {
        if (value == null) {
            return texts.of("weekly.none");
        }
        return what == What.CYCLE_TIME ? lengths.of(value * Duration.ofDays(1).toSeconds()) : percent(value);
    }

    private String day(Instant at, ZoneId zone) {
        return moments.brief(at, zone);
    }

    private String link(String path) {
        return baton.link(path).toString();
    }
}
