package dev.baton.bench;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Files that somebody uploaded to look at before they are deployed. A draft never changes: who uploads again makes another.
 *
 * @param id nobody can guess it
 * @param author the mail address of whoever uploaded it
 * @param files at least one, each name once, in the order of the upload
 */
public record Draft(String id, String author, Instant madeAt, List<DraftFile> files) {

    public Draft {
        files = List.copyOf(files);
    }

    Draft with(List<DraftFile> some) {
        return new Draft(id, author, madeAt, some);
    }

    /** The names of its files, as a title. */
    public String title() {
        return files.stream().map(DraftFile::name).collect(Collectors.joining(", "));
    }
}
