package dev.baton.outbox;

import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.Retried;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Mail templates that were changed and cannot be used: their mails go out in the plain layout, and the admins hear of it. */
@Component
public class BrokenTemplates {

    private static final String MAIL = "template-broken";
    private static final int LONGEST_ABOUT = 30;

    private final MailTemplates templates;
    private final TemplateTrials trials;
    private final TemplateFiles files;
    private final Notices notices;
    private final Outbox outbox;
    private final People people;
    private final BatonProperties baton;
    private final Retried retried;

    BrokenTemplates(
            MailTemplates templates,
            TemplateTrials trials,
            TemplateFiles files,
            Notices notices,
            Outbox outbox,
            People people,
            BatonProperties baton,
            Retried retried) {
        this.templates = templates;
        this.trials = trials;
        this.files = files;
        this.notices = notices;
        this.outbox = outbox;
        this.people = people;
        this.baton = baton;
        this.retried = retried;
    }

    /** @param problem what is wrong, with the file and the line */
    record Broken(String personName, String file, String problem, String url) {}

    /** Of each file that cannot be used the first thing that is wrong with it: as it reads, or when it is tried out. */
    List<TemplateFinding> all() {
        Map<String, TemplateFinding> broken = new TreeMap<>();
        templates.check().forEach(finding -> broken.putIfAbsent(finding.file(), finding));
        trials.names().stream()
                .flatMap(name -> trials.changed(name).stream())
                .flatMap(report -> report.errors().stream())
                .forEach(finding -> broken.putIfAbsent(finding.file(), finding));
        return List.copyOf(broken.values());
    }

    /** Tells each admin of each such file, once for each content of it. */
    public void tell() {
        all().forEach(finding -> admins().forEach(admin -> retried.run(() -> tell(admin, finding))));
    }

    private List<Person> admins() {
        return people.all().stream().filter(person -> person.has(Role.ADMIN)).toList();
    }

    private boolean tell(Person admin, TemplateFinding finding) {
        boolean first = notices.isFirst(MAIL, admin.address(), content(finding.file()));
        if (first) {
            outbox.enqueue(OutgoingMail.to(
                    admin.address(),
                    MAIL,
                    new Broken(
                            admin.firstName(),
                            finding.file(),
                            finding.toString(),
                            baton.link("/bench/mails").toString())));
        }
        return first;
    }

    private String content(String file) {
        String content = files.find(file.replaceFirst("\\.html$", ""))
                .map(TemplateFiles.Source::content)
                .orElse("");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((file + "\n" + content).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LONGEST_ABOUT);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
