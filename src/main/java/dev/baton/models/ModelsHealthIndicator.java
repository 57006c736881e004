package dev.baton.models;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names the files of the folder that could not be deployed. Always UP: their versions before go on, and nothing stands. */
@Component
class ModelsHealthIndicator extends AbstractHealthIndicator {

    private final ModelFiles files;
    private final MessageSource messages;

    ModelsHealthIndicator(ModelFiles files, MessageSource messages) {
        this.files = files;
        this.messages = messages;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<ModelFile> refused =
                files.all().stream().filter(file -> !file.report().deployable()).toList();
        health.up().withDetail("notDeployed", refused.size());
        refused.forEach(file -> health.withDetail(file.name(), firstProblem(file)));
    }

    private String firstProblem(ModelFile file) {
        return file.report().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .map(finding -> messages.getMessage(
                        finding.line() > 0 ? "models.health.line" : "models.health",
                        new Object[] {finding.message(), String.valueOf(finding.line())},
                        Locale.ENGLISH))
                .orElse("");
    }
}
