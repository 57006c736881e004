package dev.baton.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command {@code check} was asked for.
 *
 * @param paths folders of models, and single files
 * @param options what was said with two hyphens, by name
 * @param isJson whether a program reads the answer
 */
record CheckArguments(List<Path> paths, Map<String, String> options, boolean isJson) {

    private static final String PEOPLE = "people";
    private static final String TEMPLATES = "mail-templates";
    private static final String STEPS = "steps-in-a-row";
    private static final String FIELDS = "required-fields";
    private static final Set<String> KNOWN = Set.of(PEOPLE, TEMPLATES, STEPS, FIELDS);
    private static final String USUAL = "7";

    static CheckArguments of(List<String> arguments) throws NotUnderstood {
        List<Path> paths = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        boolean json = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.isBlank()) {
                continue;
            }
            String[] parts = argument.split("=", 2);
            String name = parts[0].replaceFirst("^--", "");
            if (argument.equals("--json")) {
                json = true;
            } else if (!argument.startsWith("-") || Files.exists(Path.of(argument))) {
                paths.add(Path.of(argument));
            } else if (!KNOWN.contains(name)) {
                throw new NotUnderstood("option", argument);
            } else if (parts.length > 1) {
                options.put(name, parts[1]);
            } else if (++i < arguments.size()) {
                options.put(name, arguments.get(i));
            } else {
                throw new NotUnderstood("value", argument);
            }
        }
        if (paths.isEmpty()) {
            throw new NotUnderstood("nothing", "");
        }
        return new CheckArguments(paths, options, json).sensible();
    }

    private CheckArguments sensible() throws NotUnderstood {
        for (Path file : people().stream().toList()) {
            if (!Files.isRegularFile(file)) {
                throw new NotUnderstood("no-file", file.toString());
            }
        }
        for (Path folder : mailTemplates().stream().toList()) {
            if (!Files.isDirectory(folder)) {
                throw new NotUnderstood("no-folder", folder.toString());
            }
        }
        for (String number : List.of(STEPS, FIELDS)) {
            if (!options.getOrDefault(number, USUAL).matches("\\d{1,4}")) {
                throw new NotUnderstood("number", "--" + number);
            }
        }
        return this;
    }

    Optional<Path> people() {
        return Optional.ofNullable(options.get(PEOPLE)).map(Path::of);
    }

    Optional<Path> mailTemplates() {
        return Optional.ofNullable(options.get(TEMPLATES)).map(Path::of);
    }

    CheckProperties limits() {
        return new CheckProperties(
                Integer.parseInt(options.getOrDefault(STEPS, USUAL)),
                Integer.parseInt(options.getOrDefault(FIELDS, USUAL)));
    }

    /** The options without which something is believed. */
    List<String> notChecked() {
        return Stream.of(PEOPLE, TEMPLATES)
                .filter(option -> !options.containsKey(option))
                .toList();
    }

    /** The files to check by the name they are checked under, in the order of the paths and then of the alphabet. */
    Map<String, Path> files() throws NotUnderstood, IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Path path : paths) {
            for (Path file : Files.isDirectory(path) ? in(path) : List.of(path)) {
                if (!Files.exists(file)) {
                    throw new NotUnderstood("missing", file.toString());
                }
                Path other = files.putIfAbsent(file.getFileName().toString(), file);
                if (other != null && !other.equals(file)) {
                    throw new NotUnderstood("same-name", file + ", " + other);
                }
            }
        }
        return files;
    }

    private static List<Path> in(Path folder) throws NotUnderstood, IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> models = all.filter(CheckArguments::isModel).sorted().toList();
            if (models.isEmpty()) {
                throw new NotUnderstood("empty", folder.toString());
            }
            return models;
        }
    }

    private static boolean isModel(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".bpmn") || name.endsWith(".dmn")) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    /** What is in the file; of one that is too large only that it is. */
    static byte[] read(Path file) throws IOException {
        return Files.size(file) > XmlReader.LARGEST ? new byte[XmlReader.LARGEST + 1] : Files.readAllBytes(file);
    }
}
