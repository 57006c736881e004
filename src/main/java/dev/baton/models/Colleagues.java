package dev.baton.models;

import dev.baton.outbox.TemplateReport;
import dev.baton.outbox.TemplateTrials;
import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who works here and which mails there are; where nothing is known of either, everybody and every mail is believed. */
final class Colleagues {

    private final @Nullable People people;
    private final @Nullable TemplateTrials templates;

    Colleagues(@Nullable People people, @Nullable TemplateTrials templates) {
        this.people = people;
        this.templates = templates;
    }

    boolean isSomebody(String addressOrTeam) {
        return people == null
                || people.team(addressOrTeam).isPresent()
                || EmailAddress.parse(addressOrTeam).flatMap(people::find).isPresent();
    }

    boolean isTeam(String key) {
        return people == null || people.team(key).isPresent();
    }

    boolean hasTemplate(String name) {
        return templates == null || templates.has(name);
    }

    Optional<TemplateReport> mail(String template, boolean isTask, Set<String> given) {
        return templates == null ? Optional.empty() : templates.asSent(template, isTask, given);
    }
}
