package dev.baton.models;

import dev.baton.outbox.TemplateTrials;
import dev.baton.people.People;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.MovableClock;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * {@code java -jar baton.jar check bpmn/}: the check for a terminal and for a pipeline, without a database, a server or
 * anything else that Baton needs to run. Ends with 0 if every file could be deployed, 1 if one could not, 2 if it was
 * called in a way it does not understand or a file cannot be read.
 */
public final class CheckCommand {

    private static final int ALL_WELL = 0;
    private static final int TO_BE_MENDED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    /** No host of people's own, so that no link of theirs is taken for one of Baton's. */
    private static final BatonProperties SOMEWHERE =
            new BatonProperties(URI.create("https://baton.invalid"), EmailAddress.of("requests@baton.invalid"), null);

    private final MessageSource messages;
    private final PrintStream out;
    private final PrintStream err;

    private CheckCommand(MessageSource messages, PrintStream out, PrintStream err) {
        this.messages = messages;
        this.out = out;
        this.err = err;
    }

    /**
     * Checks what the arguments name and prints what it found.
     *
     * @param arguments those after the word {@code check}
     * @return what the process is to end with
     */
    public static int run(List<String> arguments) {
        LoggingSystem.get(CheckCommand.class.getClassLoader()).beforeInitialize();
        return run(
                arguments,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return new CheckCommand(messages(), out, err).check(arguments);
    }

    private int check(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(text("command.usage"));
            return ALL_WELL;
        }
        try {
            return check(CheckArguments.of(arguments));
        } catch (NotUnderstood wrong) {
            err.println(text("command." + wrong.what(), wrong.about()));
            err.println(text("command.usage"));
            return NOT_UNDERSTOOD;
        } catch (IOException unreadable) {
            err.println(text("command.unreadable", String.valueOf(unreadable.getMessage())));
            return NOT_UNDERSTOOD;
        }
    }

    private int check(CheckArguments arguments) throws NotUnderstood, IOException {
        Map<String, Path> files = arguments.files();
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            bytes.put(file.getKey(), CheckArguments.read(file.getValue()));
        }
        People people =
                arguments.people().map(file -> People.read(file, messages)).orElse(null);
        TemplateTrials templates = arguments
                .mailTemplates()
                .map(folder -> TemplateTrials.in(folder, messages, SOMEWHERE))
                .orElse(null);
        ModelCheck check = new ModelCheck(
                new NothingDeployed(new Colleagues(people, templates)),
                arguments.limits(),
                messages,
                new MovableClock());
        Map<String, CheckReport> reports = together(check, bytes);
        CheckedFiles checked = CheckedFiles.of(reports, files, arguments.notChecked())
                .withPeople(people)
                .withMails(arguments.mailTemplates().orElse(null), templates, messages);
        out.print(arguments.isJson() ? checked.json() : checked.text(messages));
        out.flush();
        return checked.deployable() ? ALL_WELL : TO_BE_MENDED;
    }

    /** What is wrong with each file, and what two of them do to each other. */
    private static Map<String, CheckReport> together(ModelCheck check, Map<String, byte[]> bytes) {
        Map<String, CheckReport> reports = check.check(bytes);
        List<String> names = List.copyOf(bytes.keySet());
        Together together = new Together(bytes.entrySet().stream()
                .map(file -> new SourceFile(file.getKey(), file.getValue()))
                .toList());
        reports.replaceAll((name, report) -> CheckReport.of(Stream.concat(
                        check.findings("together", findings -> together.check(names.indexOf(name), findings)).stream(),
                        report.findings().stream())
                .toList()));
        return reports;
    }

    private String text(String key, Object... about) {
        return messages.getMessage("models." + key, about, Locale.ENGLISH);
    }

    /** The sentences of the check, without a running Baton. */
    static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setBasenames("messages/models", "messages/people", "messages/outbox");
        return messages;
    }
}
