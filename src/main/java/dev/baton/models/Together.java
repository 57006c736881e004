package dev.baton.models;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Files that come in one deployment: what is in them, and that they do not get into each other's way. */
final class Together {

    private final List<Content> contents;

    private record Content(SourceFile file, Optional<Model> model) {

        List<String> keys(Predicate<Model> kind) {
            return model.filter(kind).stream().flatMap(Model::keys).toList();
        }

        /** The key that is in both, of the same kind. */
        Optional<String> shared(Content other) {
            return keys(Model::isDecision).stream()
                    .filter(other.keys(Model::isDecision)::contains)
                    .findFirst()
                    .or(() -> keys(Model::isProcess).stream()
                            .filter(other.keys(Model::isProcess)::contains)
                            .findFirst());
        }
    }

    Together(List<SourceFile> files) {
        this.contents =
                files.stream().map(file -> new Content(file, file.read())).toList();
    }

    /** The keys of the processes that come. */
    Set<String> processes() {
        return keys(Model::isProcess);
    }

    /** The keys of the decision tables that come. */
    Set<String> decisions() {
        return keys(Model::isDecision);
    }

    private Set<String> keys(Predicate<Model> kind) {
        return contents.stream().flatMap(content -> content.keys(kind).stream()).collect(Collectors.toSet());
    }

    /** Two files of one name, or with the same workflow in them, cannot both be deployed; said of the later one. */
    void check(int place, Findings findings) {
        Content mine = contents.get(place);
        for (Content before : contents.subList(0, place)) {
            if (before.file().name().equals(mine.file().name())) {
                findings.error(0, "name", mine.file().name());
            }
            mine.shared(before)
                    .ifPresent(
                            key -> findings.error(0, "twice", key, before.file().name()));
        }
    }
}
