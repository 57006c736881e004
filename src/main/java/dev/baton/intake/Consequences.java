package dev.baton.intake;

import org.springframework.stereotype.Component;

/** All that can follow from a mail. */
@Component
record Consequences(
        Opening opening, Joining joining, Answering answering, AskingBack asking, HandWritten handWritten) {}
