package dev.baton.metrics.web;

import java.util.List;

/**
 * One line of a bar chart.
 *
 * @param width from 0 to 1, the longest of its chart being 1
 */
record Bar(String label, long value, double width) {

    /** A number with the name it goes by. */
    record Named(String label, long value) {}

    static List<Bar> of(List<Named> numbers) {
        long most = Math.max(1, numbers.stream().mapToLong(Named::value).max().orElse(1));
        return numbers.stream()
                .map(each -> new Bar(each.label(), each.value(), (double) each.value() / most))
                .toList();
    }
}
