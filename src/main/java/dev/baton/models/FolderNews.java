package dev.baton.models;

import java.util.Optional;

/**
 * Which files of a folder are to be deployed: those with another content than this folder brought before, and those that
 * were refused, which may have been waiting for something else. A file that others are ahead of is left alone, and said so.
 */
final class FolderNews {

    private final String folder;
    private final Models models;
    private final FolderRecord record;
    private final FolderMemory memory;

    FolderNews(String folder, Models models, FolderRecord record, FolderMemory memory) {
        this.folder = folder;
        this.models = models;
        this.record = record;
        this.memory = memory;
    }

    boolean isNews(SourceFile file) {
        Optional<ModelFile> known = record.known(file);
        if (known.isPresent()) {
            return !isDeployed(known.get(), file) && !isOvertaken(known.get(), file);
        }
        Optional<String> last = memory.last(folder, file.name());
        return last.isPresent() ? !last.get().equals(file.digest()) : !isPast(file);
    }

    private boolean isDeployed(ModelFile known, SourceFile file) {
        boolean deployed = known.report().deployable();
        if (deployed) {
            memory.brought(folder, file);
        }
        return deployed;
    }

    /** What came another way while the file could not be deployed is newer than it. */
    private boolean isOvertaken(ModelFile refused, SourceFile file) {
        return leftAlone(file, models.newer(file, refused.checkedAt()));
    }

    /** A folder that nobody knows yet may be an old one. */
    private boolean isPast(SourceFile file) {
        return leftAlone(file, models.after(file));
    }

    private boolean leftAlone(SourceFile file, Optional<Newest> newer) {
        newer.ifPresent(ahead -> {
            record.leftAlone(file, ahead);
            memory.brought(folder, file);
        });
        return newer.isPresent();
    }

    void taken(SourceFile file) {
        memory.brought(folder, file);
    }

    /** A refused file that is gone and comes back is looked at anew. */
    void gone(String name) {
        if (record.gone(name)) {
            memory.forget(folder, name);
        }
    }
}
