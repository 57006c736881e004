package dev.baton.bench;

/**
 * A file of a draft.
 *
 * @param name with its ending {@code .bpmn} or {@code .dmn}
 * @param bytes as they were uploaded; of a file that is too large to be looked at, only its beginning
 */
@SuppressWarnings("ArrayRecordComponent") // Files are compared by nobody.
public record DraftFile(String name, byte[] bytes) {}
