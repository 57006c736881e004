package dev.baton.engine;

/**
 * How much work a version has.
 *
 * @param running process instances that run in it
 * @param finished process instances that ended in it
 */
public record VersionWork(long running, long finished) {

    public static final VersionWork NONE = new VersionWork(0, 0);
}
