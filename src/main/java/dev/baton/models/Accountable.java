package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import dev.baton.engine.ExtensionProperties;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Process;

/** Who answers for what is deployed: the owner that the newest version of a process names. */
final class Accountable {

    private final Deployments deployments;
    private final People people;

    Accountable(Deployments deployments, People people) {
        this.deployments = deployments;
        this.people = people;
    }

    /** Whoever the process names as its owner; nobody if it names nobody. */
    List<Person> of(DefinitionVersion process) {
        return owner(process).map(people::resolve).orElse(List.of());
    }

    /** The same in words; what the model says, where that is nobody we know. */
    String names(DefinitionVersion process) {
        List<Person> owners = of(process);
        return owners.isEmpty()
                ? owner(process).orElse("?")
                : owners.stream().map(Person::name).collect(Collectors.joining(", "));
    }

    private Optional<String> owner(DefinitionVersion version) {
        Process process = deployments.model(version.id()).getModelElementById(version.key());
        return ExtensionProperties.of(process).value("owner").filter(owner -> !owner.isEmpty());
    }

    /** The newest versions of the processes that use this decision table; none if it is not deployed itself. */
    List<DefinitionVersion> usersOf(String decision) {
        return deployments.hasDecision(decision)
                ? deployments.latest().stream()
                        .filter(version ->
                                deployments.model(version.id()).getModelElementsByType(BusinessRuleTask.class).stream()
                                        .anyMatch(rule -> decision.equals(rule.getCamundaDecisionRef())))
                        .toList()
                : List.of();
    }

    /**
     * Who is to hear of a file: whoever it names as its owner, as far as it can be read; else whoever answers for what came
     * from it before, or uses it; else the admins. Nobody whom the people file does not know.
     */
    List<Person> of(SourceFile file) {
        Optional<Model> model = file.read();
        Stream<Person> named = model.flatMap(Model::process).flatMap(process -> process.property("owner")).stream()
                .flatMap(owner -> people.resolve(owner).stream());
        List<Person> known = known(named);
        if (known.isEmpty()) {
            Stream<DefinitionVersion> before = Stream.concat(
                    deployments.latest().stream()
                            .filter(version -> version.file().equals(file.name())),
                    model.filter(Model::isDecision).stream()
                            .flatMap(Model::keys)
                            .flatMap(key -> usersOf(key).stream()));
            known = known(before.flatMap(version -> of(version).stream()));
        }
        return known.isEmpty()
                ? people.all().stream()
                        .filter(person -> person.roles().contains(Role.ADMIN))
                        .toList()
                : known;
    }

    /** What goes on while this file is not deployed; nothing if it is new. */
    Optional<DefinitionVersion> goesOn(SourceFile file) {
        return new Standing(deployments)
                .of(List.of(file)).stream()
                        .flatMap(newest -> Stream.ofNullable(newest.newest()))
                        .findFirst()
                        .or(() -> deployments.latest().stream()
                                .filter(version -> version.file().equals(file.name()))
                                .findFirst());
    }

    private static List<Person> known(Stream<Person> people) {
        return people.filter(person -> !person.isStranger()).distinct().toList();
    }
}
