package dev.baton.bench.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that was pressed so far, in order; as text it is part of the address of a page, so that the same address shows
 * the same again, on whichever node.
 */
public record Answers(List<Press> presses) {

    /** Nothing was pressed yet. */
    public static final Answers NONE = new Answers(List.of());

    /** More than this nobody presses. */
    public static final int MOST = 200;

    public Answers {
        presses = List.copyOf(presses);
    }

    /** What {@code toString} wrote; nothing if the text is none of that, or too much. */
    public static Optional<Answers> read(String text) {
        if (text.isBlank()) {
            return Optional.of(NONE);
        }
        String[] parts = text.strip().split(",", -1);
        List<Press> presses = new ArrayList<>();
        for (String part : parts) {
            Press.read(part.strip()).ifPresent(presses::add);
        }
        return presses.size() == parts.length && parts.length <= MOST
                ? Optional.of(new Answers(presses))
                : Optional.empty();
    }

    /** The same with one more. */
    public Answers with(Press press) {
        List<Press> more = new ArrayList<>(presses);
        more.add(press);
        return new Answers(more);
    }

    /** The first of them. */
    public Answers first(int number) {
        return new Answers(presses.subList(0, Math.max(0, Math.min(number, presses.size()))));
    }

    public int size() {
        return presses.size();
    }

    @Override
    public String toString() {
        return presses.stream().map(Press::toString).collect(Collectors.joining(","));
    }
}
