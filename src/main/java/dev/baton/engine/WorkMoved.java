package dev.baton.engine;

import dev.baton.shared.RequestRef;
import java.util.Map;

/**
 * Running work goes on in another version of its model from now on. Published in the transaction that moves it, so that
 * whoever keeps the id of a version or of a step changes it with it.
 *
 * @param processId the process instance, which stays the same as its tasks do
 * @param from the version it was in
 * @param to the version it is in now
 * @param steps what each step is called in the new version, by its id in the old one
 */
public record WorkMoved(RequestRef request, String processId, String from, String to, Map<String, String> steps) {}
