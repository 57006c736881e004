package dev.baton.engine.spi;

import dev.baton.shared.RequestRef;
import java.util.Map;

/** Sends what a model's {@code ${mail}} step asks for, in the engine's transaction. */
public interface MailStep {

    /**
     * @param template a file in the folder of mail templates, without its ending
     * @param to an address, a team key, or several of them separated by commas
     * @param inputs the step's other input parameters, by name
     */
    void send(RequestRef request, String template, String to, Map<String, Object> inputs);
}
