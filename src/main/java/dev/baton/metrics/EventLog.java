package dev.baton.metrics;

import java.io.IOException;
import java.io.InputStream;

/** A form in which event logs are written. */
interface EventLog {

    /** What reading tells of. */
    interface Reading {

        void event(LoggedEvent event);

        /** What is wrong with a row; reading goes on, to tell of all that is wrong at once. */
        void problem(LogProblem problem);
    }

    /**
     * Reads the whole log, event by event.
     *
     * @throws BadLogException if nothing of it can be read
     */
    void read(InputStream log, LogLayout layout, Reading reading) throws IOException;
}
