package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.BatonTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@BatonTest
@ContextConfiguration(classes = OnlyTheInbox.class)
@TestPropertySource(properties = "baton.inbox.max-size=1MB")
class LedgerOverHttpTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerProcessing processing;

    @Autowired
    OnlyTheInbox.Desk desk;

    @Autowired
    JdbcClient jdbc;

    private MockMvcTester http;

    @BeforeEach
    void empty() {
        http = MockMvcTester.from(application);
        LedgerTables.empty(jdbc);
        desk.clear();
    }

    private MvcTestResult posts(byte[] raw) {
        return http.post()
                .uri("/api/inbound")
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .content(raw)
                .exchange();
    }

    private long posted(RawMail mail) throws Exception {
        String json = posts(mail.bytes()).getResponse().getContentAsString();
        return Long.parseLong(json.replaceFirst(".*\"id\":(\\d+).*", "$1"));
    }

    @Test
    void aPostedMailIsAnEntryOfTheLedger() {
        assertThat(posts(RawMail.of("News").bytes()))
                .hasStatus(202)
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("received"))
                .hasPathSatisfying("$.messageId", id -> assertThat(id).isEqualTo("<News@mail.example.com>"))
                .hasPathSatisfying("$.from", from -> assertThat(from).isEqualTo("nadia@example.com"))
                .hasPathSatisfying("$.receivedAt", at -> assertThat(at).isEqualTo("2026-03-02T08:00:00Z"));
    }

    @Test
    void anEntryHasExactlyTheFieldsOfTheContract() throws Exception {
        long id = posted(RawMail.of("News")
                .with("Content-Type", "multipart/mixed; boundary=b")
                .saying("--b\r\n\r\nHi\r\n--b\r\nContent-Type: image/png; name=a.png\r\n\r\nabc\r\n--b--"));
        processing.processDue();

        assertThat(http.get().uri("/api/inbound/" + id).exchange()).bodyJson().isStrictlyEqualTo("""
                        {"id": %d, "messageId": "<News@mail.example.com>", "from": "nadia@example.com",
                         "subject": "News", "receivedAt": "2026-03-02T08:00:00Z", "state": "ignored",
                         "reason": "The desk has seen it", "request": null, "text": "Hi", "cut": "",
                         "attachments": [{"name": "a.png", "type": "image/png", "size": 3}], "notes": []}""".formatted(id));
    }

    @Test
    void rawGivesBackTheVeryBytes() throws Exception {
        byte[] raw = RawMail.of("Grüße").saying("\u0001\u00ff\r\n.\n").bytes();
        long id = Long.parseLong(posts(raw).getResponse().getContentAsString().replaceFirst(".*\"id\":(\\d+).*", "$1"));

        MvcTestResult result = http.get().uri("/api/inbound/" + id + "/raw").exchange();

        assertThat(result).hasContentType("message/rfc822");
        assertThat(result.getResponse().getContentAsByteArray()).isEqualTo(raw);
    }

    @Test
    void theListIsPagedAndFiltered() throws Exception {
        posted(RawMail.of("One"));
        posted(RawMail.of("Two"));
        processing.processDue();
        posted(RawMail.of("Three"));

        assertThat(http.get().uri("/api/inbound?state=ignored&size=1").exchange())
                .bodyJson()
                .hasPathSatisfying(
                        "$.items[0].subject", subject -> assertThat(subject).isEqualTo("Two"))
                .hasPathSatisfying("$.next", next -> assertThat(next).isNotNull());
        assertThat(http.get().uri("/api/inbound?state=lost").exchange())
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void whatIsTooLargeOrEmptyOrMissingIsRefusedInWords() {
        assertThat(posts(RawMail.of("Large").saying("x".repeat(1024 * 1024)).bytes()))
                .hasStatus(413)
                .bodyText()
                .contains("keeps its headers");
        assertThat(http.get().uri("/api/inbound?state=quarantined").exchange())
                .bodyJson()
                .hasPathSatisfying(
                        "$.items[0].subject", subject -> assertThat(subject).isEqualTo("Large"))
                .hasPathSatisfying(
                        "$.items[0].reason",
                        reason -> assertThat(reason).asString().startsWith("The mail has 1.0 MB; at most 1.0 MB"));
        long large = ledger.list(LedgerFilter.all(), 0, 1).items().get(0).id();
        assertThat(ledger.raw(large).orElseThrow())
                .asString(StandardCharsets.US_ASCII)
                .contains("Subject: Large")
                .doesNotContain("xx");
        assertThat(posts(new byte[0])).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(http.get().uri("/api/inbound/999999").exchange()).hasStatus(404);
        assertThat(http.get().uri("/api/inbound/999999/raw").exchange()).hasStatus(404);
        assertThat(http.post().uri("/api/inbound/999999/replay").exchange()).hasStatus(404);
    }

    @Test
    void onlyWhatNothingFollowedFromIsReadAgain() throws Exception {
        long id = posted(RawMail.of("News"));
        processing.processDue();
        assertThat(http.post().uri("/api/inbound/" + id + "/replay").exchange())
                .hasStatus(202)
                .bodyText()
                .contains("\"state\":\"received\"");

        desk.decides(mail -> new Disposition.Opened(dev.baton.shared.RequestRef.of("LAUNCH-1")));
        processing.processDue();
        assertThat(http.post().uri("/api/inbound/" + id + "/replay").exchange())
                .hasStatus(409)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aMailWithoutAMessageIdIsNamedByItsBytes() throws Exception {
        assertThat(new String(posts("x".getBytes(StandardCharsets.UTF_8))
                        .getResponse()
                        .getContentAsByteArray()))
                .contains("sha256:");
    }
}
