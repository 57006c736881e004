package dev.baton.models;

import dev.baton.engine.CodeRefused;
import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import dev.baton.engine.WorkflowFailed;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way for a model into the engine: checked first, then deployed whole or not at all. */
public class Models {

    /** Bytes of a file that is looked at; a larger one is refused unread. */
    public static final int LARGEST = XmlReader.LARGEST;

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,90}\\.(bpmn|dmn)");
    private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,7})\\b");

    private final ModelCheck check;
    private final Deployments deployments;
    private final TransactionTemplate transaction;

    Models(ModelCheck check, Deployments deployments, TransactionTemplate transaction) {
        this.check = check;
        this.deployments = deployments;
        this.transaction = transaction;
    }

    /**
     * Checks the file and deploys it if it has no error. The same bytes under the same name make no new version.
     *
     * @param file its name with the ending {@code .bpmn} or {@code .dmn}
     */
    public Deployed deploy(String file, byte[] bytes) {
        CheckReport report = check.check(file, bytes);
        return report.deployable() ? deployChecked(report, file, bytes) : new Deployed(report, List.of());
    }

    private Deployed deployChecked(CheckReport report, String file, byte[] bytes) {
        try {
            List<DefinitionVersion> versions = transaction.execute(status -> deployments.deploy(file, bytes));
            return new Deployed(report, versions == null ? List.of() : versions);
        } catch (WorkflowFailed | CodeRefused refused) {
            String reason = String.valueOf(refused.getMessage());
            return new Deployed(check.refusedByEngine(report, line(reason), reason), List.of());
        }
    }

    private static int line(String reason) {
        Matcher line = LINE.matcher(reason);
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    /**
     * The name to file these bytes under: the one given, if it is a plain file name; else the key of what is in them.
     *
     * @param given with the ending {@code .bpmn} or {@code .dmn}, or null
     */
    public static String nameOf(@Nullable String given, byte[] bytes) {
        if (given != null && FILE.matcher(given).matches()) {
            return given;
        }
        try {
            Model model = Model.read("", bytes);
            String ending = model.isDecision() ? ".dmn" : ".bpmn";
            return model.keys().findFirst().orElse("model") + ending;
        } catch (UnreadableModel unreadable) {
            return "model.bpmn";
        }
    }

    /** Every version of every process that was ever deployed, newest first. */
    public List<DefinitionVersion> versions() {
        return deployments.latest().stream()
                .flatMap(latest -> deployments.versionsOf(latest.key()).stream())
                .sorted(Comparator.comparing(DefinitionVersion::deployedAt)
                        .reversed()
                        .thenComparing(DefinitionVersion::id))
                .toList();
    }
}
