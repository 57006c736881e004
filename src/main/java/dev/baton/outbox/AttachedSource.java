package dev.baton.outbox;

import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** An attachment as the mail library reads it: more than once, and as a stream. */
record AttachedSource(OutgoingAttachment file) implements DataSource {

    @Override
    public InputStream getInputStream() throws IOException {
        return file.content().getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        throw new IOException("An attachment is not written to");
    }

    @Override
    public String getContentType() {
        return OneLine.of(file.type(), 200);
    }

    @Override
    public String getName() {
        return file.name();
    }
}
