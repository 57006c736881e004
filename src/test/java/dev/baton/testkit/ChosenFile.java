package dev.baton.testkit;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file that somebody chose in a form.
 *
 * @param field the name of the form's input
 */
@SuppressWarnings("ArrayRecordComponent") // Files are large and are compared by nobody.
public record ChosenFile(String field, String name, String type, byte[] content) {

    private static final String EDGE = "edge-of-a-part";

    static final String FORM_TYPE = "multipart/form-data; boundary=" + EDGE;

    /** The form as browsers send it when files were chosen. */
    static BodyPublisher form(Map<String, String> fields, List<ChosenFile> files) {
        List<byte[]> body = new ArrayList<>();
        fields.forEach((name, value) -> body.add(utf8(head(name) + "\r\n\r\n" + value + "\r\n")));
        for (ChosenFile file : files) {
            body.add(utf8(head(file.field()) + "; filename=\"" + file.name().replace("\\", "\\\\")
                    + "\"\r\nContent-Type: " + file.type() + "\r\n\r\n"));
            body.add(file.content());
            body.add(utf8("\r\n"));
        }
        body.add(utf8("--" + EDGE + "--\r\n"));
        return HttpRequest.BodyPublishers.ofByteArrays(body);
    }

    private static String head(String field) {
        return "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + field + "\"";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
