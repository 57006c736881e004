package dev.baton.bench.web;

import dev.baton.bench.Version;
import dev.baton.bench.Versions;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The versions that an address names; what is not there is answered with 404. */
@Component
class KnownVersions {

    private final Versions versions;

    KnownVersions(Versions versions) {
        this.versions = versions;
    }

    /** All of this workflow, newest first, at least one. */
    List<Version> all(String key) {
        return there(versions.of(key));
    }

    /** The same, or all of a decision table where the address says {@code decisions}. */
    List<Version> all(String kind, String key) {
        return there(kind.equals("decisions") ? versions.ofDecision(key) : versions.of(key));
    }

    private static List<Version> there(List<Version> all) {
        if (all.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return all;
    }

    /** The one with this number. */
    static Version one(List<Version> all, int number) {
        return all.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
