package dev.baton.models;

import dev.baton.shared.EmailAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everybody whom a model names is in the people file: addresses, teams, and the teams that expressions ask about. */
final class KnownPeople implements Rule {

    private static final Pattern TEAM_ASKED_FOR =
            Pattern.compile("people\\.(?:lead|members)\\(\\s*(?:'([^']{1,99})'|\"([^\"]{1,99})\")\\s*\\)");

    private final Surroundings around;

    KnownPeople(Surroundings around) {
        this.around = around;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        model.all("userTask").forEach(task -> {
            plain(task, "assignee").forEach(name -> somebody(task, name, findings));
            plain(task, "candidateUsers").forEach(name -> somebody(task, name, findings));
            plain(task, "candidateGroups")
                    .filter(name -> !around.isTeam(name))
                    .forEach(name -> findings.warning(task, "team", name));
        });
        MailSteps.all(model).forEach(step -> MailSteps.receivers(step).forEach(name -> somebody(step, name, findings)));
        model.all()
                .forEach(element -> teamsAskedFor(element)
                        .filter(team -> !around.isTeam(team))
                        .forEach(team -> findings.warning(element, "team", team)));
    }

    private void somebody(XmlElement step, String name, Findings findings) {
        boolean isAddress = EmailAddress.parse(name).isPresent();
        if (!around.isSomebody(name)) {
            findings.warning(step, isAddress ? "stranger" : "unknown", name);
        }
    }

    private static Stream<String> plain(XmlElement task, String attribute) {
        return task.camunda(attribute).stream()
                .filter(value -> !ExpressionReader.isExpression(value))
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    private static Stream<String> teamsAskedFor(XmlElement element) {
        List<String> texts = Stream.concat(element.attributes().values().stream(), Stream.of(element.text()))
                .filter(ExpressionReader::isExpression)
                .toList();
        return texts.stream()
                .flatMap(text -> TEAM_ASKED_FOR
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1)));
    }
}
