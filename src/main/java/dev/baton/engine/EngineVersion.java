package dev.baton.engine;

import org.camunda.bpm.engine.ProcessEngine;

/** Which Camunda this is, for programs that ask. */
public final class EngineVersion {

    private EngineVersion() {}

    /** Its version as published, such as {@code 7.24.0}; empty where its file does not say. */
    public static String text() {
        String version = ProcessEngine.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
