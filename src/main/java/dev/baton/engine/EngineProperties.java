package dev.baton.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param jobExecutor whether this node runs timers and asynchronous steps; off where a test drives them
 * @param logFailures whether the engine says in the log, with its trace, why a step failed
 * @param name what the engine is called among the engines of one JVM; each needs another
 */
@ConfigurationProperties("baton.engine")
record EngineProperties(
        @DefaultValue("true") boolean jobExecutor,
        @DefaultValue("true") boolean logFailures,
        @DefaultValue("baton") String name) {}
