package dev.baton.inbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Lists the files of an attached mail, and of those that are attached to it, as far as the limits let it look. */
final class AttachedMails {

    private final ReadingLimits limits;
    private int left;

    AttachedMails(ReadingLimits limits) {
        this.limits = limits;
        this.left = limits.parts();
    }

    /** Reads the content to its end. */
    AttachedFile listed(AttachedFile mail, InputStream content) throws IOException {
        return listed(mail, content, 1);
    }

    private AttachedFile listed(AttachedFile mail, InputStream content, int depth) throws IOException {
        Counted counted = new Counted(content);
        List<AttachedFile> files = new ArrayList<>();
        if (depth <= limits.mailsInMails() && left > 0) {
            new MimeWalk(counted, limits, new Notes()).toItsEnd(found -> add(found, files, depth));
        }
        counted.transferTo(OutputStream.nullOutputStream());
        return new AttachedFile(mail.name(), mail.type(), counted.count, mail.inline(), mail.contentId(), files);
    }

    private void add(MimeWalk.Found found, List<AttachedFile> files, int depth) throws IOException {
        Leaf leaf = found.leaf();
        if (leaf.isBody() || found.loose() || left-- <= 0) {
            return;
        }
        AttachedFile file = new AttachedFile(leaf.nameOr(files.size() + 1), leaf.type(), 0);
        if (leaf.isMail()) {
            files.add(listed(file, found.content(), depth + 1));
        } else {
            long size = found.content().transferTo(OutputStream.nullOutputStream());
            files.add(new AttachedFile(file.name(), file.type(), size));
        }
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
