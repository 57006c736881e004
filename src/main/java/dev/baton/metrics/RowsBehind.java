package dev.baton.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The rows that a number was counted from, told one after the other: there may be more than memory holds. */
@FunctionalInterface
public interface RowsBehind<T> {

    /** Tells of each row, in the order in which the requests were opened. */
    void each(Consumer<? super T> row);

    /** All of them, where they are known to be few. */
    default List<T> all() {
        List<T> rows = new ArrayList<>();
        each(rows::add);
        return rows;
    }
}
