package dev.baton.models;

import dev.baton.outbox.MailTemplates;
import dev.baton.outbox.TemplateFinding;
import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who works here and which mails there are; where nothing is known of either, everybody and every mail is believed. */
final class Colleagues {

    private final @Nullable People people;
    private final @Nullable MailTemplates templates;

    Colleagues(@Nullable People people, @Nullable MailTemplates templates) {
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
        return templates == null || templates.names().contains(name);
    }

    Optional<String> brokenTemplate(String name) {
        return templates == null
                ? Optional.empty()
                : templates.check().stream()
                        .filter(finding -> finding.file().equals(name + ".html"))
                        .map(TemplateFinding::toString)
                        .findFirst();
    }
}
