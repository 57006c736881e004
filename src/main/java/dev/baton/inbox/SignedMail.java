package dev.baton.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetStringParser;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfoParser;
import org.bouncycastle.asn1.cms.SignedDataParser;

/**
 * S/MIME in one piece (RFC 8551 §3.4, §3.5.2): what is signed is taken out, what is encrypted stays as it is. No signature is
 * checked; nothing depends on one.
 */
final class SignedMail {

    private static final Set<String> TYPES = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

    private SignedMail() {}

    static boolean isIt(Leaf leaf) {
        String name = leaf.fileName() == null ? "" : leaf.fileName().toLowerCase(Locale.ROOT);
        return TYPES.contains(leaf.type())
                || (leaf.type().equals("application/octet-stream") && name.equals("smime.p7m"));
    }

    /** The signed entity, with its own headers; nothing if it is encrypted or broken. */
    static Optional<byte[]> content(byte[] bytes, Notes notes) {
        try {
            return signed(bytes, notes);
        } catch (IOException | RuntimeException broken) {
            notes.add("unreadable-part", "S/MIME");
            return Optional.empty();
        }
    }

    private static Optional<byte[]> signed(byte[] bytes, Notes notes) throws IOException {
        ASN1StreamParser parser = new ASN1StreamParser(new ByteArrayInputStream(bytes));
        if (!(parser.readObject() instanceof ASN1SequenceParser sequence)) {
            throw new IOException("It is no ContentInfo");
        }
        ContentInfoParser info = new ContentInfoParser(sequence);
        if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            notes.add("encrypted", "S/MIME");
            return Optional.empty();
        }
        SignedDataParser data = SignedDataParser.getInstance(info.getContent(BERTags.SEQUENCE));
        data.getDigestAlgorithms().toASN1Primitive();
        if (data.getEncapContentInfo().getContent(BERTags.OCTET_STRING) instanceof ASN1OctetStringParser octets) {
            try (InputStream content = octets.getOctetStream()) {
                byte[] entity = content.readAllBytes();
                return entity.length == 0 ? Optional.empty() : Optional.of(entity);
            }
        }
        return Optional.empty();
    }
}
