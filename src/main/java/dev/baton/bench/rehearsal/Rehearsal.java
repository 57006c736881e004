package dev.baton.bench.rehearsal;

import dev.baton.engine.FormAnswers;
import dev.baton.engine.FormField;
import dev.baton.engine.Rulings;
import dev.baton.engine.Step;
import dev.baton.models.Diagram;
import dev.baton.models.Outcome;
import dev.baton.models.Workflow;
import dev.baton.people.WorkingCalendar;
import dev.baton.requests.RequestState;
import dev.baton.shared.RequestRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.ExtendedModelMap;

/** One request as it is played through: opened with made-up answers, decided by presses, and gone afterwards. */
public final class Rehearsal {

    /** Somebody waits for a page, and others for the house. */
    private static final Duration LONGEST_WALK = Duration.ofSeconds(15);

    /** As short as the database can tell, and shorter than anything that people are told. */
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Stage stage;
    private final Piece piece;
    private final SampleAnswers samples;
    private final Stumbles stumbles;
    private final Acting acting;
    private final Post post;
    private final TransactionTemplate apart;
    private @Nullable RequestRef request;

    Rehearsal(Stage stage, Piece piece) {
        this.stage = stage;
        this.piece = piece;
        this.samples = new SampleAnswers(stage.messages(), calendar().zone());
        this.stumbles = new Stumbles(stage.messages(), piece);
        this.acting = new Acting(stage, samples, stumbles);
        this.post = new Post(stage, acting.sample().address());
        this.apart = new TransactionTemplate(stage.transactions());
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The workflow as the piece has it; nothing if only other workflows call it, or there is none. */
    public Optional<Workflow> workflow() {
        return stage.workflows().byKey(piece.workflow());
    }

    /** The brief as people find it. */
    public List<FormField> emptyBrief() {
        return stage.forms().brief(played().definitionId());
    }

    /** Who asks where nobody in particular does. */
    public Asker sampleAsker() {
        return acting.sample();
    }

    /** Whether this brief would be taken with these answers, as text by field, and nothing else. */
    public FormAnswers taken(List<FormField> brief, Map<String, String> answers) {
        return stage.forms().check(brief, answers);
    }

    /** Why this answer of a form is not taken, in words. */
    public String words(FormAnswers.Problem problem) {
        return stage.formViews().words(problem);
    }

    /** What the models ask of variables, apart from any request. */
    public Rulings rulings() {
        return stage.rulings();
    }

    /** The brief with answers that are made up. */
    public List<FormField> brief() {
        return samples.in(emptyBrief(), now());
    }

    /**
     * Somebody asks for the work: now, or when work begins next.
     *
     * @param brief what they say that is not as in the sample, by field
     */
    public Scene begin(Map<String, String> brief) {
        return begin(acting.sample(), brief);
    }

    /** The same, asked for by somebody in particular; a field that is to stay open is there and empty. */
    public Scene begin(Asker asker, Map<String, String> brief) {
        acting.askedBy(asker);
        stage.clock().forwardTo(calendar().nextWorkingTime(now()));
        Scene before = new Scene(now(), RequestState.OPEN, null, List.of(), false, null, null, List.of(), null);
        return unlessItStumbles(before, played().name(), () -> {
            request = acting.ask(played(), brief);
            return scene();
        });
    }

    /** Somebody asks for the work and leaves out all that the brief wants; the mails that come of it. */
    List<SentMail> beginWithout() {
        stage.clock().forwardTo(calendar().nextWorkingTime(now()));
        acting.askWithout(played());
        return post.sinceLastTime();
    }

    /** Does what is pressed, a moment later. What cannot be pressed here changes nothing, and the scene says so. */
    public Scene press(Scene before, Press press) {
        aMomentPasses();
        return pressNow(before, press);
    }

    /** The same at the last moment at which it is in time. */
    Scene pressInTime(Scene before, Press press) {
        aMomentPasses();
        acting.waitUntilItIsTime(before, press);
        return pressNow(before, press);
    }

    /** People do one thing after the other: which votes are the latest is told by their time. */
    private void aMomentPasses() {
        stage.clock().forwardTo(now().plus(MOMENT));
    }

    private Scene pressNow(Scene before, Press press) {
        return unlessItStumbles(before, words(before, press), () -> {
            acting.press(asked(), before, press);
            return scene();
        });
    }

    /**
     * All presses one after the other, until the request ends or stumbles.
     *
     * @return the scene at the beginning, and that after each press
     */
    public List<Scene> play(Map<String, String> brief, Answers answers) {
        List<Scene> scenes = new ArrayList<>();
        long end = System.nanoTime() + LONGEST_WALK.toNanos();
        Scene scene = begin(brief);
        scenes.add(scene);
        for (Press press : answers.presses()) {
            if (scene.stumble() != null || scene.ended()) {
                break;
            }
            scene = System.nanoTime() < end
                    ? press(scene, press)
                    : scene.stumbling(stumbles.of(stumbles.tooLong(), words(scene, press)));
            scenes.add(scene);
        }
        return scenes;
    }

    private Scene unlessItStumbles(Scene before, String pressed, Supplier<Scene> play) {
        try {
            return Objects.requireNonNull(apart.execute(status -> play.get()));
        } catch (RuntimeException failed) {
            return before.stumbling(stumbles.of(failed, pressed));
        }
    }

    /** Tries something out that has not happened afterwards. */
    public <T> T aside(Supplier<T> attempt) {
        Instant at = now();
        long mail = post.mark();
        RequestRef before = request;
        try {
            return Objects.requireNonNull(apart.execute(status -> {
                try {
                    return attempt.get();
                } finally {
                    status.setRollbackOnly();
                }
            }));
        } finally {
            stage.clock().set(at);
            post.backTo(mail);
            request = before;
        }
    }

    private Scene scene() {
        Scene scene = look().scene(post.sinceLastTime());
        return scene.standsStill() ? scene.stumbling(stumbles.standing(look().unfinished())) : scene;
    }

    /** The ids of the elements of the workflow's own model at which the request is now. */
    public List<String> places() {
        String definition = played().definitionId();
        return request == null
                ? List.of()
                : look().unfinished().stream()
                        .filter(step -> step.definitionId().equals(definition))
                        .map(Step::activity)
                        .distinct()
                        .toList();
    }

    /** What {@code tasks/task} shows of a turn, with its form filled in as in the sample. */
    public Map<String, Object> page(Turn turn) {
        ExtendedModelMap model = new ExtendedModelMap();
        stage.pages().task(turn.holders().get(0), model);
        model.addAttribute("form", stage.formViews().of(form(turn)));
        return model;
    }

    /** The form of a turn with answers that are made up. */
    public List<FormField> form(Turn turn) {
        return samples.in(stage.tasks().form(turn.holders().get(0)).orElse(List.of()), now());
    }

    /** What was pressed, in words. */
    public String words(Scene scene, Press press) {
        if (press instanceof Press.OnTask decision) {
            return scene.turn(decision.task(), decision.number())
                    .map(turn -> words(turn, decision.outcome()))
                    .orElse(press.toString());
        }
        return samples.say(press instanceof Press.Reply ? "bench.walk.replied" : "bench.walk.waited");
    }

    private String words(Turn turn, String outcome) {
        String label = turn.outcomes().stream()
                .filter(each -> each.value().equals(outcome))
                .map(Outcome::label)
                .findFirst()
                .orElse(outcome);
        return samples.say("bench.walk.pressed", turn.name(), turn.people().get(0), label);
    }

    /** The steps of the workflow, as they are drawn. */
    public List<Diagram.Step> steps() {
        return stage.diagram().steps(played().definitionId());
    }

    /** What the diagram calls this element. */
    public String nameOf(String element) {
        return piece.elements().get().name(element);
    }

    /** A moment as people read it, in the organisation's zone. */
    public String moment(Instant at) {
        return stage.moments().full(at, calendar().zone());
    }

    /** The working time between two moments, in words. */
    String roughly(Instant from, Instant to) {
        return from.equals(to)
                ? samples.say("bench.preview.at-once")
                : stage.moments().roughly(calendar().between(from, to), calendar());
    }

    /** The text with this key. */
    String say(String key, Object... arguments) {
        return samples.say(key, arguments);
    }

    Looking look() {
        return new Looking(stage, asked());
    }

    Stage stage() {
        return stage;
    }

    /** What is rehearsed. */
    public Piece piece() {
        return piece;
    }

    RequestRef asked() {
        return Objects.requireNonNull(request, "nobody has asked yet");
    }

    boolean isAskedFor() {
        return request != null;
    }

    /** When the organisation works. */
    public WorkingCalendar calendar() {
        return stage.people().defaultCalendar();
    }

    Instant now() {
        return stage.clock().instant();
    }

    private Workflow played() {
        return workflow().orElseThrow(() -> new IllegalStateException("No workflow " + piece.workflow()));
    }
}
