package dev.baton.models;

import dev.baton.engine.CodeRefused;
import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import dev.baton.engine.WorkflowFailed;
import dev.baton.shared.Retried;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** The one way for models into the engine: all files of a deployment are checked first, then deployed, or none is. */
public class Models {

    /** Bytes of a file that is looked at; a larger one is refused unread. */
    public static final int LARGEST = XmlReader.LARGEST;

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,90}\\.(bpmn|dmn)");
    private static final Pattern NUMBER_OF_THE_ENGINE = Pattern.compile("ENGINE-\\d{1,6}:? ?");
    private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,7})\\b");

    private final ModelCheck check;
    private final Rights rights;
    private final InTurn inTurn;
    private final Deployments deployments;
    private final Retried retried;

    Models(ModelCheck check, Rights rights, InTurn inTurn, Deployments deployments, Retried retried) {
        this.check = check;
        this.rights = rights;
        this.inTurn = inTurn;
        this.deployments = deployments;
        this.retried = retried;
    }

    /** What the check finds in each of the files if they come together: they may call each other. Nothing is deployed. */
    public List<CheckedFile> check(List<SourceFile> files) {
        Together together = new Together(files);
        Map<String, byte[]> byName = new LinkedHashMap<>();
        files.forEach(file -> byName.put(file.name(), file.bytes()));
        Map<String, CheckReport> reports = check.check(byName);
        return each(files, place -> {
            String name = files.get(place).name();
            return new CheckedFile(name, reports.getOrDefault(name, CheckReport.of(List.of())))
                    .with(check.findings("together", findings -> together.check(place, findings)));
        });
    }

    /** Why this author may not deploy these files; nothing if they may, or if that would change nothing. */
    public List<Finding> rights(List<SourceFile> files, Author author) {
        return files.stream()
                .flatMap(file -> rights.missing(file, author).stream())
                .toList();
    }

    /** Whether this author may deploy other versions of the process with this key, and decide what follows from that. */
    public boolean mayChange(String process, Author author) {
        return rights.mayChange(author, process);
    }

    /** The same of the decision table with this key. */
    public boolean mayChangeDecision(String decision, Author author) {
        return rights.mayChangeDecision(author, decision);
    }

    /** The newest versions of the processes that decide by the decision table with this key. */
    public List<DefinitionVersion> usersOf(String decision) {
        return rights.usersOf(decision);
    }

    /** For each process and decision table in the files the newest version of it; nothing for what cannot be read. */
    public List<Newest> standing(List<SourceFile> files) {
        return inTurn.standing(files);
    }

    /** What was deployed after this moment and is not what is in the file. */
    Optional<Newest> newer(SourceFile file, Instant since) {
        return inTurn.newer(file, since);
    }

    /** What was deployed after the file, if it was deployed before with just this content. */
    Optional<Newest> after(SourceFile file) {
        return inTurn.after(file);
    }

    /** As below, whatever the author saw. */
    public Deployed deploy(List<SourceFile> files, Author author, String comment) {
        return deploy(files, author, comment, Map.of());
    }

    /**
     * Checks the files and deploys all of them if none has an error and the author may. A file of which the engine has just
     * these bytes as the newest makes no new version. Whoever deploys at the same time waits for their turn.
     *
     * @param files at least one
     * @param comment why, in the author's words; may be empty
     * @param seen by key the newest version that the author knew of, 0 for none: if another came meanwhile, nothing is
     *     deployed and the report says so
     * @throws ConcurrencyFailureException for the folder only, if others keep the database busy: try again later
     */
    public Deployed deploy(List<SourceFile> files, Author author, String comment, Map<String, Integer> seen) {
        List<CheckedFile> found = check(files);
        List<CheckedFile> checked =
                each(files, place -> found.get(place).with(rights.missing(files.get(place), author)));
        if (!Deployed.refused(checked).isDone()) {
            return Deployed.refused(checked);
        }
        try {
            return retried.run(() -> inTurn.deploy(files, checked, author, comment, seen));
        } catch (WorkflowFailed | CodeRefused byEngine) {
            return Deployed.refused(refusedByEngine(checked, String.valueOf(byEngine.getMessage())));
        } catch (ConcurrencyFailureException | DuplicateKeyException busy) {
            return busy(checked, author, busy);
        }
    }

    /** Somebody who waits for an answer is told to try again; the folder does so by itself. */
    private Deployed busy(List<CheckedFile> checked, Author author, DataAccessException busy) {
        if (author.way() == Way.FOLDER) {
            throw busy;
        }
        LOG.warn("Others deployed for so long that {} could not", author.way().word(), busy);
        List<Finding> others = check.findings("meanwhile", findings -> findings.error(0, "busy"));
        return Deployed.refused(checked.stream().map(file -> file.with(others)).toList());
    }

    private static List<CheckedFile> each(List<SourceFile> files, IntFunction<CheckedFile> checked) {
        return IntStream.range(0, files.size()).mapToObj(checked).toList();
    }

    /** The engine names the file in what it says, where it knows it. */
    private List<CheckedFile> refusedByEngine(List<CheckedFile> checked, String reason) {
        CheckedFile meant = checked.stream()
                .filter(file -> reason.contains("resource " + file.name()))
                .findFirst()
                .orElse(checked.get(0));
        List<Finding> refused = check.findings(
                "engine",
                findings -> findings.error(
                        line(reason),
                        "refused",
                        NUMBER_OF_THE_ENGINE.matcher(reason).replaceAll("")));
        return checked.stream()
                .map(file -> file == meant ? file.with(refused) : file)
                .toList();
    }

    private static int line(String reason) {
        Matcher line = LINE.matcher(reason);
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    /**
     * The name to file these bytes under: the one given, if it is a plain file name; else the key of what is in them, if
     * that can be one.
     *
     * @param given with the ending {@code .bpmn} or {@code .dmn}, or null
     */
    public static String nameOf(@Nullable String given, byte[] bytes) {
        if (given != null && FILE.matcher(given).matches()) {
            return given;
        }
        Optional<Model> model = new SourceFile("", bytes).read();
        String ending = model.filter(Model::isDecision).isPresent() ? ".dmn" : ".bpmn";
        return model.flatMap(read -> read.keys().findFirst())
                .map(key -> key + ending)
                .filter(name -> FILE.matcher(name).matches())
                .orElse("model" + ending);
    }

    /** Every version of every process that was ever deployed, newest first. */
    public List<DefinitionVersion> versions() {
        return deployments.all().stream()
                .sorted(Comparator.comparing(DefinitionVersion::deployedAt)
                        .reversed()
                        .thenComparing(DefinitionVersion::id))
                .toList();
    }
}
