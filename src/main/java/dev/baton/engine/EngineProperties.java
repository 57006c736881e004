package dev.baton.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param jobExecutor whether this node runs timers and asynchronous steps; off where a test drives them */
@ConfigurationProperties("baton.engine")
record EngineProperties(@DefaultValue("true") boolean jobExecutor) {}
