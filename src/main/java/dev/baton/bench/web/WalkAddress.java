package dev.baton.bench.web;

import dev.baton.bench.rehearsal.Answers;
import dev.baton.bench.rehearsal.Filled;
import dev.baton.bench.rehearsal.Press;
import dev.baton.bench.rehearsal.Turn;
import dev.baton.models.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a walk is: all of it stands in the address, so that a link shows the same walk to anybody, on any node.
 *
 * @param base what the addresses of the workflow's pages begin with
 * @param brief what is said in the brief that is not as in the sample
 */
record WalkAddress(String base, Map<String, String> brief, Answers answers) {

    /** The page of the walk as far as it has come. */
    public String here() {
        return page("/walk", answers);
    }

    /** The page after one more press. */
    public String after(Press press) {
        return page("/walk", answers.with(press));
    }

    /** The page after this outcome of a task. */
    public String after(Turn turn, Outcome outcome) {
        return after(turn.press(outcome));
    }

    /** The page after nobody did anything until something happens by itself. */
    public String afterWaiting() {
        return after(new Press.Wait());
    }

    /** The page after the next timer of the model has gone off. */
    public String afterTimer() {
        return after(new Press.UntilTimer());
    }

    /** The page after the requester has answered by mail. */
    public String afterReply() {
        return after(new Press.Reply());
    }

    /** The page as it was after so many presses. */
    public String backTo(int presses) {
        return page("/walk", answers.first(presses));
    }

    /** The page of a task, to be shown in a frame. */
    public String task(String task, int number) {
        return page("/walk/task", answers) + "&task=" + encoded(task) + "&number=" + number;
    }

    /** The page on which a task's form is filled in in another way. */
    public String form(String task, int number) {
        return page("/walk/form", answers) + "&task=" + encoded(task) + "&number=" + number;
    }

    /** The page on which the brief is filled in in another way. */
    public String briefForm() {
        return page("/walk/form", Answers.NONE);
    }

    private String page(String path, Answers pressed) {
        return base + path + "?answers=" + encoded(pressed.toString())
                + (brief.isEmpty() ? "" : "&brief=" + encoded(Filled.written(brief)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
