package dev.baton.models;

import dev.baton.outbox.TemplateFinding;
import dev.baton.outbox.TemplateTrials;
import dev.baton.people.People;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the command {@code check} has to say, for people or for a program.
 *
 * @param deployable whether every file is
 * @param notChecked what was believed because the command was not told: {@code people}, {@code mail-templates}
 */
record CheckedFiles(boolean deployable, List<OfFile> files, List<String> notChecked) {

    /** One file and what is to be said of it. */
    record OfFile(String file, boolean deployable, List<Finding> findings) {}

    static CheckedFiles of(Map<String, CheckReport> reports, Map<String, Path> paths, List<String> notChecked) {
        List<OfFile> files = new ArrayList<>();
        reports.forEach((name, report) -> files.add(new OfFile(
                String.valueOf(paths.getOrDefault(name, Path.of(name))), report.deployable(), report.findings())));
        return new CheckedFiles(files.stream().allMatch(OfFile::deployable), files, notChecked);
    }

    /**
     * With what the people file gets wrong, before all else: a person or team is left out there, so models that name it
     * would be blamed.
     */
    CheckedFiles withPeople(@Nullable People people) {
        Map<String, List<Finding>> flaws = new LinkedHashMap<>();
        if (people != null) {
            people.findings()
                    .forEach(flaw -> flaws.computeIfAbsent(flaw.file(), file -> new ArrayList<>())
                            .add(beside("people-file", flaw.line(), flaw.message(), flaw.fix())));
        }
        return with(flaws, Map.of());
    }

    /** With what is wrong with the mails of the folder that are not just those that came with Baton. */
    CheckedFiles withMails(@Nullable Path folder, @Nullable TemplateTrials trials, MessageSource messages) {
        Map<String, List<Finding>> flaws = new LinkedHashMap<>();
        if (folder != null && trials != null) {
            for (String name : trials.names()) {
                trials.changed(name)
                        .map(report -> Stream.concat(
                                        ofMail(report.errors(), "mail.broken", messages),
                                        ofMail(report.warnings(), "mail.worth", messages))
                                .toList())
                        .filter(findings -> !findings.isEmpty())
                        .ifPresent(findings ->
                                flaws.put(folder.resolve(name + ".html").toString(), findings));
            }
        }
        return with(Map.of(), flaws);
    }

    private static Stream<Finding> ofMail(List<TemplateFinding> flaws, String fix, MessageSource messages) {
        return flaws.stream().map(flaw -> beside("mail-template", flaw.line(), flaw.message(), message(messages, fix)));
    }

    private CheckedFiles with(Map<String, List<Finding>> before, Map<String, List<Finding>> after) {
        List<OfFile> all = new ArrayList<>();
        before.forEach((file, findings) -> all.add(new OfFile(file, true, findings)));
        all.addAll(files);
        after.forEach((file, findings) -> all.add(new OfFile(file, true, findings)));
        return new CheckedFiles(deployable, all, notChecked);
    }

    /** What is found in another file than a model stops no deployment. */
    private static Finding beside(String rule, int line, String message, String fix) {
        return new Finding(rule, Severity.WARNING, null, null, line, message, fix);
    }

    String json() {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(this)
                + System.lineSeparator();
    }

    /** One line where and what, as compilers write it, and one line what to do. */
    String text(MessageSource messages) {
        StringBuilder text = new StringBuilder();
        for (OfFile file : files) {
            for (Finding finding : file.findings()) {
                String name = finding.name() == null ? finding.element() : finding.name();
                text.append(message(
                                messages,
                                name == null ? "finding" : "finding.at",
                                finding.line() == 0 ? file.file() : file.file() + ":" + finding.line(),
                                message(messages, finding.severity().word()),
                                finding.message(),
                                finding.rule(),
                                name))
                        .append(System.lineSeparator())
                        .append(message(messages, "fix", finding.fix()))
                        .append(System.lineSeparator());
            }
        }
        notChecked.forEach(
                what -> text.append(message(messages, "believed." + what)).append(System.lineSeparator()));
        return text.append(message(
                        messages,
                        "sum",
                        files.size(),
                        count(Severity.ERROR),
                        count(Severity.WARNING),
                        count(Severity.NOTE)))
                .append(System.lineSeparator())
                .toString();
    }

    private long count(Severity severity) {
        return files.stream()
                .flatMap(file -> file.findings().stream())
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String message(MessageSource messages, String key, @Nullable Object... about) {
        return messages.getMessage("models.command." + key, about, Locale.ENGLISH);
    }
}
