package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.bench.Modeler.Answer;
import dev.baton.engine.Deployments;
import dev.baton.models.ModelVersions;
import dev.baton.models.Way;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The Deploy button of Camunda Modeler. */
class ModelerDeploysTest extends BenchTest {

    @Autowired
    Deployments deployments;

    @Autowired
    ModelVersions versions;

    @Test
    void modelerConnectsAndSeesThatItNeedsCredentials() {
        assertThat(Modeler.without(port).connects().status()).isEqualTo(401);
        assertThat(Modeler.without(port).connects().head().toLowerCase(java.util.Locale.ROOT))
                .as("no browser is to keep these credentials")
                .doesNotContain("www-authenticate: basic");
        assertThat(Modeler.bearer(port, "wrong")
                        .connects()
                        .body()
                        .get("message")
                        .asString())
                .contains("HTTP Basic");
        assertThat(Modeler.basic(port, NADIA, "wrong").connects().status()).isEqualTo(401);
        assertThat(Modeler.basic(port, "stranger@example.com", TOKEN).connects().status())
                .isEqualTo(401);
        for (Modeler modeler : java.util.List.of(
                Modeler.bearer(port, TOKEN), Modeler.basic(port, NADIA, TOKEN), Modeler.basic(port, "tests", TOKEN))) {
            assertThat(modeler.connects().status()).isEqualTo(200);
            assertThat(modeler.connects().body().isArray()).isTrue();
            assertThat(modeler.connects().body().size()).isZero();
            assertThat(modeler.asksForTheVersion().body().get("version").asString())
                    .isEqualTo("7.24.0");
        }
    }

    @Test
    void deployingAndDeployingAgain() {
        Modeler nadia = Modeler.basic(port, NADIA, TOKEN);
        String diagram = workflow("by-modeler", "MODELER");

        Answer first = nadia.deploys("by-modeler", "by-modeler.bpmn", diagram);
        assertThat(first.status()).as("%s", first).isEqualTo(200);
        assertThat(first.body().get("name").asString()).isEqualTo("by-modeler");
        assertThat(first.body().get("source").asString()).isEqualTo("Camunda Modeler");
        assertThat(first.body().get("tenantId").isNull()).isTrue();
        assertThat(first.body().get("deploymentTime").asString()).isEqualTo("2026-03-02T08:00:00.000+0000");
        assertThat(first.body().get("links").get(0).get("rel").asString()).isEqualTo("self");
        var process = first.body().get("deployedProcessDefinitions").iterator().next();
        String id = deployments.newestProcess("by-modeler").orElseThrow().id();
        assertThat(process.get("id").asString()).isEqualTo(id);
        assertThat(process.get("key").asString()).isEqualTo("by-modeler");
        assertThat(process.get("version").asInt()).isEqualTo(1);
        assertThat(process.get("deploymentId").asString())
                .isEqualTo(first.body().get("id").asString());

        Answer again = nadia.deploys("by-modeler", "by-modeler.bpmn", diagram);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().get("id").asString())
                .isEqualTo(first.body().get("id").asString());
        assertThat(again.body().get("deployedProcessDefinitions").isNull()).isTrue();
        assertThat(deployments.versionsOf("by-modeler")).hasSize(1);

        var listed = visitor().calls("/engine-rest/deployment?maxResults=200", TOKEN);
        assertThat(listed.body()).contains("\"id\":\"" + first.body().get("id").asString() + "\"");

        nadia.deploys("Longer due dates", "by-modeler.bpmn", diagram.replace("\"P2D\"", "\"P4D\""));
        assertThat(versions.of("by-modeler").get(0)).satisfies(version -> {
            assertThat(version.version()).isEqualTo(2);
            assertThat(version.author()).isEqualTo(NADIA);
            assertThat(version.way()).isEqualTo(Way.MODELER);
            assertThat(version.comment()).isEqualTo("Longer due dates");
        });
        assertThat(versions.of("by-modeler").get(1).comment())
                .as("the name that Modeler fills in says nothing")
                .isEmpty();
    }

    @Test
    void whatIsWrongIsShownAsModelerShowsIt() {
        String broken = workflow("wrong", "WRONG").replaceFirst("camunda:dueDate=\"[^\"]*\"", "");

        Answer refused = Modeler.basic(port, NADIA, TOKEN).deploys("wrong", "wrong.bpmn", broken);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("type").asString()).isEqualTo("ParseException");
        assertThat(refused.body().get("message").asString())
                .startsWith("Nothing was deployed")
                .contains("wrong.bpmn, \"Change the page\" (line ", "due date")
                .doesNotContain("ENGINE-", "Exception");
        var error =
                refused.body().get("details").get("wrong.bpmn").get("errors").get(0);
        assertThat(error.get("mainElementId").asString()).isEqualTo("makeChange");
        assertThat(error.get("line").asInt()).isPositive();
        assertThat(deployments.newestProcess("wrong")).isEmpty();
    }

    @Test
    void furtherFilesComeWithItAllOrNone() {
        Modeler modeler = Modeler.bearer(port, TOKEN);
        String caller = workflow("front", "FRONT").replace("calledElement=\"review\"", "calledElement=\"second-look\"");
        String called = ours("review").replace("\"review\"", "\"second-look\"");

        assertThat(modeler.deploys("front", "front.bpmn", caller).status()).isEqualTo(400);
        Answer both = modeler.deploys("front", "front.bpmn", caller, "", "second-look.bpmn", called);

        assertThat(both.status()).as("%s", both).isEqualTo(200);
        assertThat(both.body().get("deployedProcessDefinitions").size()).isEqualTo(2);
        assertThat(versions.of("front").get(0).author()).isEqualTo("tests");
        assertThat(modeler.deploys("front", "front.bpmn", caller, "", "form.form", "{}")
                        .body()
                        .get("message")
                        .asString())
                .contains("form.form is neither");
    }

    @Test
    void aTenantIsRefusedInPlainWords() {
        Answer refused = Modeler.bearer(port, TOKEN)
                .deploys("tenant", "tenant.bpmn", workflow("tenant", "TENANT"), "sales", "review.bpmn", ours("review"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("message").asString()).contains("no tenants", "sales");
        assertThat(deployments.newestProcess("tenant")).isEmpty();
    }

    @Test
    void whoeverOwnsNoWorkflowCannotDeploy() {
        Answer refused = Modeler.basic(port, INES, TOKEN).deploys("ines", "ines.bpmn", workflow("ines", "INES"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().get("message").asString()).contains("Only owners of workflows");
        assertThat(Modeler.basic(port, OLIVER, TOKEN)
                        .deploys(
                                "x",
                                "campaign-launch.bpmn",
                                ours("campaign-launch").replace("\"P2D\"", "\"P3D\""))
                        .body()
                        .get("message")
                        .asString())
                .contains("belongs to Nadia Brandt");
    }

    @Test
    void fiftyMegabytesAreRefusedInPlainWords() {
        Answer refused = Modeler.basic(port, NADIA, TOKEN).deploys("much", "much.bpmn", " ".repeat(50_000_000));

        assertThat(refused.status()).as("%s", refused).isEqualTo(413);
        assertThat(refused.body().get("message").asString()).contains("too large");
        var byCall = visitor()
                .send(visitor()
                        .request("/api/models?file=much.bpmn")
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(new byte[50_000_000])));
        assertThat(byCall.status()).isEqualTo(422);
        assertThat(byCall.body()).contains("larger than");
    }

    @Test
    void modelerLeadsToTheWorkflowsAndNowhereElse() {
        assertThat(Modeler.without(port)
                        .looksForPages()
                        .body()
                        .get("cockpitUrl")
                        .asString())
                .endsWith("/workflows#");
        var answer = visitor()
                .send(visitor()
                        .request("/engine-rest/process-definition/x/start")
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Deploy button and nothing else");
    }
}
