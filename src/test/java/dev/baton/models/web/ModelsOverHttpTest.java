package dev.baton.models.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.models.BadFiles;
import dev.baton.models.Models;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Browser;
import dev.baton.testkit.PostOffice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@BatonTest
class ModelsOverHttpTest {

    static final PostOffice OFFICE = PostOffice.opened();
    private static final Pattern LINK = Pattern.compile("/sign-in/link\\?token=([0-9a-f-]{36})");

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        OFFICE.takesOutgoing(properties);
        properties.add("baton.api.tokens.test", () -> "secret");
    }

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    Models models;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aFileIsCheckedAndEveryFindingSaysWhereAndHow() throws Exception {
        JsonNode good = post("/api/models/check", review(), 200);
        assertThat(good.get("deployable").asBoolean()).isTrue();
        assertThat(good.get("findings").size()).isZero();

        JsonNode bad = post("/api/models/check", review().replace("camunda:dueDate=\"P2D\"", ""), 200);
        assertThat(bad.get("deployable").asBoolean()).isFalse();
        JsonNode finding = bad.get("findings").get(0);
        assertThat(finding.get("rule").asString()).isEqualTo("people");
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(finding.get("element").asString()).isEqualTo("look");
        assertThat(finding.get("name").asString()).isEqualTo("Review the work");
        assertThat(finding.get("line").asInt()).isPositive();
        assertThat(finding.get("fix").asString()).contains("P2D");
    }

    @Test
    void curlMayCallTheFileAForm() throws Exception {
        HttpResponse<String> checked = http.send(
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + port + "/api/models/check?file=a%20review.bpmn"))
                        .header("Authorization", "Bearer secret")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(review()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
        assertThat(json.readTree(checked.body()).get("deployable").asBoolean()).isTrue();
    }

    @Test
    void aChangedFileIsDeployedOnceAndABrokenOneNever() throws Exception {
        String changed = review().replace("\"P2D\"", "\"P4D\"");
        JsonNode deployed = post("/api/models", changed, 201);
        assertThat(deployed.get("versions").get(0).get("key").asString()).isEqualTo("review");
        post("/api/models", changed, 200);

        JsonNode refused = post("/api/models", changed.replace("${approver}", "${evil.call()}"), 422);
        assertThat(refused.get("status").asInt()).isEqualTo(422);
        assertThat(refused.get("findings").get(0).get("rule").asString()).isEqualTo("expressions");

        JsonNode list = json.readTree(send(request("/api/models?size=2").GET(), 200));
        assertThat(list.get("items").size()).isEqualTo(2);
        assertThat(list.get("next").asString()).isEqualTo("2");
    }

    @Test
    void severalFilesComeTogetherOrNotAtAll() throws Exception {
        String called = review().replace("\"review\"", "\"look-twice\"");
        String caller = Files.readString(Path.of("bpmn/landing-page-update.bpmn"))
                .replace("landing-page-update", "with-two-looks")
                .replaceAll("(name=\"prefix\" value=)\"[^\"]*\"", "$1\"LOOKS\"")
                .replace("calledElement=\"review\"", "calledElement=\"look-twice\"");

        JsonNode refused = postAll(caller, called.replace("\"P2D\"", "\"two days\""), 422);
        assertThat(refused.get("files").size()).isEqualTo(2);
        assertThat(refused.get("files").get(0).get("deployable").asBoolean()).isTrue();
        assertThat(refused.get("files").get(1).get("deployable").asBoolean()).isFalse();

        JsonNode deployed = postAll(caller, called, 201);
        assertThat(deployed.get("versions").size()).isEqualTo(2);
        postAll(caller, called, 200);
        JsonNode newest = json.readTree(send(request("/api/models").GET(), 200))
                .get("items")
                .valueStream()
                .filter(version -> version.get("key").asString().equals("look-twice"))
                .findFirst()
                .orElseThrow();
        assertThat(newest.get("author").asString()).as("%s", newest).isEqualTo("test");
        assertThat(newest.get("source").asString()).isEqualTo("api");
        assertThat(newest.get("comment").asString()).isEqualTo("Two looks");
    }

    private JsonNode postAll(String first, String second, int status) throws Exception {
        String body = part("one\"; filename=\"with-two-looks.bpmn", first)
                + part("two\"; filename=\"look-twice.bpmn", second)
                + part("comment", "Two looks")
                + "--edge--\r\n";
        return json.readTree(send(
                request("/api/models")
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                status));
    }

    private static String part(String name, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    @Test
    void anythingMayBeSentAndGetsAVerdict() throws Exception {
        assertThat(post("/api/models/check", "", 200).get("deployable").asBoolean())
                .isFalse();
        assertThat(post("/api/models", "PK\u0003\u0004", 422).get("findings").size())
                .isEqualTo(1);
        assertThat(post("/api/models", " ".repeat(Models.LARGEST + 5_000), 422)
                        .get("findings")
                        .get(0)
                        .get("message")
                        .asString())
                .contains("larger");
    }

    @Test
    void badFilesAreRefusedInPlainWords() throws Exception {
        for (Map.Entry<String, byte[]> bad : BadFiles.all().entrySet()) {
            JsonNode answer = json.readTree(send(
                    request("/api/models?file=" + bad.getKey())
                            .header("Content-Type", "application/xml")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(bad.getValue())),
                    422));

            assertThat(answer.get("findings").values()).as(bad.getKey()).isNotEmpty();
            answer.get("findings")
                    .forEach(finding -> BadFiles.plain(finding.get("message").asString()
                            + finding.get("fix").asString()));
        }
    }

    @Test
    void withoutATokenNobodyDeploys() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/models"))
                .POST(HttpRequest.BodyPublishers.ofString(review()))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void anOwnerSeesTheWorkflowsAndTheirDiagrams() throws Exception {
        try (Browser browser = Browser.at(port)) {
            browser.open("/sign-in")
                    .fill("Your mail address", "nadia@example.com")
                    .click("Send me a link");
            browser.open(link("nadia@example.com")).click("Sign in");

            browser.open("/workflows")
                    .pictures(Path.of("target", "pictures"), "workflows")
                    .readsWellEverywhere();
            assertThat(browser.text()).contains("Campaign launch", "Nadia Brandt", "Ask for it");

            browser.click("Campaign launch").click("Diagram");
            browser.waitFor(".diagram-paper svg [data-bpmn-id=launch]");
            browser.pictures(Path.of("target", "pictures"), "workflow").readsWellEverywhere();
            assertThat(browser.text()).contains("Check the brief", "campaign-launch.bpmn");
            assertThat(widthsOfTheDiagram(browser.wide(1280)))
                    .as("the whole diagram is in sight")
                    .matches(paper -> paper.get(0) <= paper.get(1));
            assertThat(widthsOfTheDiagram(browser.wide(390)))
                    .as("it scrolls where it would be too small to read")
                    .matches(paper -> paper.get(0) > paper.get(1));
        }
    }

    /** Of all of it, and of what is in sight. */
    private static List<Long> widthsOfTheDiagram(Browser browser) {
        String paper = "document.querySelector('.diagram-paper')";
        return List.of((Long) browser.runs("return " + paper + ".scrollWidth"), (Long)
                browser.runs("return " + paper + ".clientWidth"));
    }

    private String link(String address) throws Exception {
        OFFICE.server().waitForIncomingEmail(20_000, 1);
        var mails = OFFICE.mailsTo(address);
        String raw = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(mails.get(mails.size() - 1))
                .replace("=\r\n", "")
                .replace("=3D", "=");
        Matcher link = LINK.matcher(raw);
        assertThat(link.find()).as(raw).isTrue();
        return link.group();
    }

    private static String review() throws IOException {
        return Files.readString(Path.of("bpmn/review.bpmn"));
    }

    private JsonNode post(String path, String body, int status) throws Exception {
        HttpRequest.BodyPublisher bytes = HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8));
        return json.readTree(
                send(request(path).header("Content-Type", "application/xml").POST(bytes), status));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer secret");
    }

    private String send(HttpRequest.Builder request, int status) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }
}
