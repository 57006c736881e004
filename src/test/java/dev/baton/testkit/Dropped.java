package dev.baton.testkit;

import dev.baton.models.Author;
import dev.baton.models.Deployed;
import dev.baton.models.Models;
import dev.baton.models.SourceFile;
import java.util.List;

/** A file as if it had been put into the folder of models, without a folder. */
public final class Dropped {

    private Dropped() {}

    /** Deploys the file, unless it is the newest already; what the check finds keeps it from that is in the answer. */
    public static Deployed into(Models models, String file, byte[] bytes) {
        return models.deploy(List.of(new SourceFile(file, bytes)), Author.folder(), "");
    }
}
