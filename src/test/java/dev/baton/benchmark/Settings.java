package dev.baton.benchmark;

import java.util.Arrays;
import java.util.List;

/**
 * What is to be measured, from {@code --name=value} arguments.
 *
 * @param parts of 1 to 4, {@code reading}, {@code fetching}, {@code check}, {@code moving},
 *     {@code what-if}, {@code facts}, {@code import} and {@code measures}, see {@link Benchmark}
 * @param databases {@code h2}, {@code postgres}
 * @param mails that wait in the mailbox in part 1
 * @param requests of which the last is compared with the 1,000th in part 2
 * @param fetched mails of a lot in part {@code fetching}
 * @param running requests that move in part {@code moving}
 * @param tasks that are done in part {@code measures}
 * @param sending whether the mails that are queued in part 1 are sent meanwhile
 */
record Settings(
        List<String> parts,
        List<String> databases,
        int mails,
        int requests,
        int fetched,
        int running,
        int tasks,
        boolean sending) {

    static Settings of(String[] arguments) {
        return new Settings(
                list(arguments, "only", "1,2,3,4,reading,fetching,check,moving,what-if,facts,import,measures"),
                list(arguments, "databases", "h2,postgres"),
                Integer.parseInt(value(arguments, "mails", "5000")),
                Integer.parseInt(value(arguments, "requests", "100000")),
                Integer.parseInt(value(arguments, "fetched", "10000")),
                Integer.parseInt(value(arguments, "running", "10000")),
                Integer.parseInt(value(arguments, "tasks", "1000000")),
                Boolean.parseBoolean(value(arguments, "sending", "false")));
    }

    boolean needsMailbox() {
        return parts.stream().anyMatch(List.of("1", "3", "4", "fetching")::contains);
    }

    private static List<String> list(String[] arguments, String name, String otherwise) {
        return List.of(value(arguments, name, otherwise).split(","));
    }

    private static String value(String[] arguments, String name, String otherwise) {
        String start = "--" + name + "=";
        return Arrays.stream(arguments)
                .flatMap(each -> Arrays.stream(each.split(" ")))
                .filter(each -> each.startsWith(start))
                .map(each -> each.substring(start.length()))
                .findFirst()
                .orElse(otherwise);
    }
}
