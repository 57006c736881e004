package dev.baton.inbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the real mail of others lies: beside the working tree, or beside the main tree of a second working tree. */
final class Corpus {

    private Corpus() {}

    static Path folder() {
        return Stream.of(Path.of("../shared/corpus/mail"), Path.of("../../shared/corpus/mail"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("../shared/corpus/mail"));
    }
}
