package dev.baton.bench.web;

import dev.baton.models.Diagram;
import java.util.List;

/**
 * A step of the old version for which the person may choose where its work goes on.
 *
 * @param chosen the id of the step of the new version that takes it; empty for none
 * @param steps those of the new version that are of its kind
 */
record MoveChoice(String step, String name, String chosen, List<Diagram.Step> steps) {}
