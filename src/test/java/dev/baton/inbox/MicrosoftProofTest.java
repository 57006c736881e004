package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Microsoft 365 leaves its name out of Authentication-Results; where they stand tells whether they are its own. */
class MicrosoftProofTest {

    private static final String BORDER =
            "from mail.example.com (192.0.2.7) by BN1PEPF00004687.mail.protection.outlook.com (10.167.243.132) with Microsoft"
                    + " SMTP Server (version=TLS1_2) id 15.20.8534.20 via Frontend Transport; Mon, 2 Mar 2026 07:59:58 +0000";
    private static final String WITHIN =
            "from BN1PEPF00004687.namprd05.prod.outlook.com (2603:10b6::b7) by BN1PR10CA0002.outlook.office365.com"
                    + " (2603:10b6::7) with Microsoft SMTP Server id 15.20.8534.21 via Frontend Transport; Mon, 2 Mar 2026"
                    + " 07:59:59 +0000";
    private static final String INNER = "from BN1PR10CA0002.namprd10.prod.outlook.com (2603:10b6::7) by"
            + " DM4PR12MB6448.namprd12.prod.outlook.com (2603:10b6::7) with Microsoft SMTP Server id 15.20.8511.27;"
            + " Mon, 2 Mar 2026 08:00:00 +0000";
    private static final String ELSEWHERE =
            "from anywhere (helo=x.outlook.com) by mx.example.com with ESMTP; Mon, 2 Mar 2026 08:00:01 +0000";

    private final SenderProofs proofs = new SenderProofs(new TrustProperties("microsoft-365"));

    private static String results(String dmarc, String domain) {
        return "spf=" + dmarc + " (sender IP is 192.0.2.7) smtp.mailfrom=" + domain
                + "; our.example; dkim=none (message not"
                + " signed) header.d=none;our.example; dmarc=" + dmarc + " action=none header.from=" + domain
                + ";compauth=" + dmarc + " reason=100";
    }

    private static RawMail from(RawMail mail) {
        return mail.with("From", "Nadia <nadia@example.com>").with("Subject", "Re: Flyer");
    }

    private SenderProof proof(RawMail trace) {
        return proofs.of(ReadMails.read(from(trace)));
    }

    private static RawMail arrived(String results) {
        return RawMail.bare("Approve\r\n")
                .with("Received", INNER)
                .with("Received", WITHIN)
                .with("Authentication-Results", results)
                .with("Received", BORDER);
    }

    @Test
    void whatMicrosoftWroteAboveItsBorderCounts() {
        assertThat(proof(arrived(results("pass", "example.com")))).isEqualTo(SenderProof.PROVEN);
        assertThat(proof(arrived(results("fail", "example.com")))).isEqualTo(SenderProof.DISPROVEN);
        assertThat(proof(arrived(results("pass", "evil.example")))).isEqualTo(SenderProof.UNPROVEN);
    }

    @Test
    void whatASenderWroteBelowItDoesNot() {
        RawMail nothingFound =
                RawMail.bare("Approve\r\n").with("Received", INNER).with("Received", BORDER);

        assertThat(proof(nothingFound
                        .with("Authentication-Results", results("pass", "example.com"))
                        .with("Received", BORDER)))
                .isEqualTo(SenderProof.UNPROVEN);
        assertThat(proof(arrived(results("fail", "example.com"))
                        .with("Authentication-Results", results("pass", "example.com"))
                        .with("Received", BORDER)))
                .isEqualTo(SenderProof.DISPROVEN);
    }

    @Test
    void aMailThatDidNotPassItsBorderIsNotProven() {
        RawMail forged = RawMail.bare("Approve\r\n").with("Authentication-Results", results("pass", "example.com"));

        assertThat(proof(forged)).isEqualTo(SenderProof.UNPROVEN);
        assertThat(proof(forged.with("Received", INNER))).isEqualTo(SenderProof.UNPROVEN);
        assertThat(proof(forged.with("Received", "from nowhere"))).isEqualTo(SenderProof.UNPROVEN);
    }

    @Test
    void aForgedBorderBelowAnotherServerIsNone() {
        RawMail another = RawMail.bare("Approve\r\n")
                .with("Received", ELSEWHERE)
                .with("Authentication-Results", results("pass", "example.com"))
                .with("Received", BORDER);
        RawMail named = RawMail.bare("Approve\r\n")
                .with("Received", ELSEWHERE.replace("(helo=x.outlook.com)", "(helo by x.prod.outlook.com )"))
                .with("Authentication-Results", results("pass", "example.com"))
                .with("Received", BORDER);

        assertThat(proof(another)).isEqualTo(SenderProof.UNPROVEN);
        assertThat(proof(named)).isEqualTo(SenderProof.UNPROVEN);
    }

    @Test
    void aHeaderWithANameIsNotMicrosofts() {
        assertThat(proof(arrived("mx.example.com; dmarc=pass header.from=example.com")))
                .isEqualTo(SenderProof.UNPROVEN);
    }
}
