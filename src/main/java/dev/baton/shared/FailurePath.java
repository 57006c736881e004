package dev.baton.shared;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the log may say of a failure over somebody's mail: the kinds of failure, one caused by the next, and the places in our
 * code. Its words are left out, since a file name or a line of the mail may be among them.
 */
public record FailurePath(Throwable failure) {

    private static final int LONGEST = 8;
    private static final String OURS = "dev.baton.";

    @Override
    public String toString() {
        String kinds = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(LONGEST)
                .map(each -> each.getClass().getName())
                .collect(Collectors.joining(" caused by "));
        String places = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .limit(LONGEST)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? kinds : kinds + " at " + places;
    }
}
