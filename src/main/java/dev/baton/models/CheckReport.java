package dev.baton.models;

import java.util.List;

/**
 * What the check of one file found.
 *
 * @param deployable whether the file can be deployed: no finding is an error
 * @param findings in the order of the file
 */
public record CheckReport(boolean deployable, List<Finding> findings) {

    static CheckReport of(List<Finding> findings) {
        return new CheckReport(
                findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR), List.copyOf(findings));
    }
}
