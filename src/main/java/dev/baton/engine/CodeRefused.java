package dev.baton.engine;

/** A model tried to reach code. Models hold no code (docs/decisions/0003); the model check says how to mend it. */
public final class CodeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CodeRefused(String what) {
        super("A model may not use " + what);
    }
}
