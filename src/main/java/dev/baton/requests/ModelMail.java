package dev.baton.requests;

import dev.baton.engine.spi.MailStep;
import dev.baton.outbox.MailKind;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.RequestRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code ${mail}} in a model: one mail to each person that {@code to} names, from a template of the process owner's. */
@Component
class ModelMail implements MailStep {

    private final Requests requests;
    private final RequestMails mails;
    private final RequestLinks links;
    private final BriefRows brief;
    private final People people;

    ModelMail(Requests requests, RequestMails mails, RequestLinks links, BriefRows brief, People people) {
        this.requests = requests;
        this.mails = mails;
        this.links = links;
        this.brief = brief;
        this.people = people;
    }

    @Override
    public void send(RequestRef ref, String template, String to, Map<String, Object> inputs) {
        if (MailKind.of(template) == MailKind.NOW) {
            throw new IllegalArgumentException(
                    ref + ": the mail '" + template + "' is written by Baton itself and not by a workflow");
        }
        Request request = requests.get(ref);
        Set<Person> readers = new LinkedHashSet<>();
        Arrays.stream(to.replaceAll("[\\[\\]]", "").split(","))
                .map(String::strip)
                .map(people::resolve)
                .forEach(readers::addAll);
        if (readers.isEmpty()) {
            throw new IllegalArgumentException(
                    ref + ": the mail '" + template + "' goes to '" + to + "', which is neither a person nor a team");
        }
        readers.forEach(reader -> mails.send(request, reader.address(), template, model(request, reader, inputs)));
    }

    /** What a process owner's template may name; listed in mail-templates/README.md. */
    private Map<String, Object> model(Request request, Person reader, Map<String, Object> inputs) {
        Map<String, Object> model = new HashMap<>(inputs);
        model.put("personName", reader.firstName());
        model.put("reference", request.ref().toString());
        model.put("title", request.title());
        model.put("requesterName", request.requesterName());
        model.put("ownerName", people.personOrStranger(request.owner()).name());
        model.put("statusUrl", links.status(request, reader.address()));
        model.put("brief", List.copyOf(brief.of(request)));
        return model;
    }
}
