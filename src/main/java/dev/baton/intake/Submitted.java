package dev.baton.intake;

import dev.baton.requests.Request;
import java.util.List;

/** What became of a {@link Submission}. */
public sealed interface Submitted {

    /** The request is open. */
    record Opened(Request request) implements Submitted {}

    /** Nothing was opened; these are all the reasons. */
    record Refused(List<FieldProblem> problems) implements Submitted {}
}
