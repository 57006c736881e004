package dev.baton.engine.spi;

/** Hears that a request cannot go on, in a transaction in which that can be told. */
public interface StandstillObserver {

    /** What was tried is undone; the request stands where it stood before. */
    void stuck(Standstill standstill);
}
