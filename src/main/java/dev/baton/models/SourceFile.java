package dev.baton.models;

import java.util.Optional;

/**
 * A file as it came, before anybody looked into it.
 *
 * @param name with its ending {@code .bpmn} or {@code .dmn}; see {@link Models#nameOf}
 * @param bytes any bytes at all
 */
@SuppressWarnings("ArrayRecordComponent") // Files are compared by nobody.
public record SourceFile(String name, byte[] bytes) {

    /** What is in it, if it can be read at all. */
    Optional<Model> read() {
        try {
            return Optional.of(Model.read(name, bytes));
        } catch (UnreadableModel unreadable) {
            return Optional.empty();
        }
    }
}
