package dev.baton.models;

import dev.baton.people.People;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    static CheckedFiles of(
            Map<String, CheckReport> reports,
            Map<String, Path> paths,
            @Nullable People people,
            List<String> notChecked) {
        List<OfFile> files = new ArrayList<>();
        reports.forEach((name, report) -> files.add(new OfFile(
                String.valueOf(paths.getOrDefault(name, Path.of(name))), report.deployable(), report.findings())));
        if (people != null) {
            files.addAll(ofPeople(people));
        }
        return new CheckedFiles(files.stream().allMatch(OfFile::deployable), files, notChecked);
    }

    /** A person or team that the people file gets wrong is left out there, so models that name it would be blamed. */
    private static List<OfFile> ofPeople(People people) {
        return people.findings().stream()
                .map(flaw -> new OfFile(
                        flaw.file(),
                        true,
                        List.of(new Finding(
                                "people-file", Severity.WARNING, null, null, flaw.line(), flaw.message(), flaw.fix()))))
                .toList();
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
                                file.file(),
                                String.valueOf(finding.line()),
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
