package dev.baton.bench.web;

import dev.baton.bench.Draft;
import dev.baton.models.CheckReport;
import dev.baton.models.Finding;
import dev.baton.models.Newest;
import dev.baton.models.Severity;
import dev.baton.models.Workflow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a draft shows.
 *
 * @param made when and by whom
 * @param rights why the reader may not deploy it; empty if they may
 * @param changes what deploying would replace or bring
 * @param same what is deployed already, just like this, and how people ask for it
 */
record DraftView(
        Draft draft, String made, List<FileView> files, List<Finding> rights, List<Change> changes, List<InUse> same) {

    /**
     * What is deployed just like this.
     *
     * @param workflow what requests follow; null where nobody asks for it itself
     * @param mail where mail asks for it; empty if no address leads there
     */
    record InUse(Newest newest, @Nullable Workflow workflow, String mail) {}

    /** Whether something that people work with is replaced. */
    public boolean replaces() {
        return changes.stream().anyMatch(change -> change.newest().version() > 0);
    }

    /** How many things must be mended before it can be deployed. */
    public long errors() {
        return files.stream().mapToLong(FileView::errors).sum();
    }

    /** How many things are worth mending. */
    public long warnings() {
        return files.stream().mapToLong(FileView::warnings).sum();
    }

    public boolean isDeployed() {
        return errors() == 0 && changes.isEmpty();
    }

    public boolean canBeDeployed() {
        return errors() == 0 && rights.isEmpty() && !changes.isEmpty();
    }

    /**
     * A process or decision table that would be new or replaced.
     *
     * @param before when the version that is there was deployed and by whom; empty if there is none
     * @param different what it does differently from that version, in sentences; none if there is none, or only the drawing changed
     */
    record Change(Newest newest, String before, List<String> different) {

        /** What the form sends back, so that nobody replaces what they have not seen. */
        public String seen() {
            return newest.key() + "=" + newest.version();
        }
    }

    /**
     * A file and what was found in it.
     *
     * @param place counts from 0
     * @param marks for the diagram, see {@code models/diagram.js}
     * @param says what the diagram shows, in sentences; empty if nothing is drawn
     */
    record FileView(int place, String name, List<Line> lines, String marks, String says, CheckReport report) {

        /** Whether there is a diagram to look at. */
        public boolean drawn() {
            return !says.isEmpty();
        }

        public long errors() {
            return count(Severity.ERROR);
        }

        public long warnings() {
            return count(Severity.WARNING);
        }

        private long count(Severity severity) {
            return report.findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
        }
    }

    /**
     * One finding.
     *
     * @param number as it stands on the diagram
     * @param where what the diagram calls the element; empty where the file or the workflow as a whole is meant
     * @param shown whether the diagram may show it
     */
    record Line(int number, Finding finding, String where, boolean shown) {}
}
