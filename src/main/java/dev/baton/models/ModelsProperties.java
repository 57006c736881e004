package dev.baton.models;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param models the folder whose BPMN and DMN files are deployed and watched */
@ConfigurationProperties("baton")
record ModelsProperties(@DefaultValue("bpmn") Path models) {}
