package dev.baton.models;

import java.util.List;
import java.util.stream.Stream;

/** A file and what the check found in it. */
public record CheckedFile(String name, CheckReport report) {

    /** The same with more findings, which come first. */
    CheckedFile with(List<Finding> more) {
        return more.isEmpty()
                ? this
                : new CheckedFile(
                        name,
                        CheckReport.of(Stream.concat(more.stream(), report.findings().stream())
                                .toList()));
    }
}
