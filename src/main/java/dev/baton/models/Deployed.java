package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a deployment: all files are deployed now, or none.
 *
 * @param files what the check found in each, in the order they came
 * @param versions the new versions of processes and decision tables; none if the engine has just these files already
 * @param deployment the engine's id of this deployment; null if nothing is new
 */
public record Deployed(
        List<CheckedFile> files,
        List<DefinitionVersion> versions,
        @Nullable String deployment) {

    public Deployed {
        files = List.copyOf(files);
        versions = List.copyOf(versions);
    }

    static Deployed refused(List<CheckedFile> files) {
        return new Deployed(files, List.of(), null);
    }

    /** Whether no file has an error, so that all of them are deployed. */
    public boolean isDone() {
        return files.stream().allMatch(file -> file.report().deployable());
    }

    /** What was found in all files together. */
    public CheckReport report() {
        return CheckReport.of(files.stream()
                .flatMap(file -> file.report().findings().stream())
                .toList());
    }
}
