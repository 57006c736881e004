package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import java.util.List;

/**
 * What came of a deployment.
 *
 * @param report what the check found; where it is not deployable, nothing was deployed
 * @param versions the new versions; none if the engine has just this file as its latest
 */
public record Deployed(CheckReport report, List<DefinitionVersion> versions) {}
