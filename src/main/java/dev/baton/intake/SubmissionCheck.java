package dev.baton.intake;

import dev.baton.engine.FormAnswers;
import dev.baton.engine.FormField;
import dev.baton.engine.Forms;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds everything that is wrong with a submission. */
@Component
class SubmissionCheck {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 320;

    /**
     * A submission with what was found.
     *
     * @param name of who asks, found by the address where none was given
     * @param brief by field, of the field's type
     */
    record Checked(String name, Map<String, Object> brief, List<FieldProblem> problems) {}

    private final Forms forms;
    private final People people;
    private final IntakeProperties properties;
    private final SentForms sent;
    private final ProblemTexts texts;

    SubmissionCheck(Forms forms, People people, IntakeProperties properties, SentForms sent, ProblemTexts texts) {
        this.forms = forms;
        this.people = people;
        this.properties = properties;
        this.sent = sent;
        this.texts = texts;
    }

    Checked of(Submission submission) {
        List<FieldProblem> problems = new ArrayList<>();
        required("title", submission.title(), LONGEST_TITLE, problems);
        if (submission.form() != null) {
            required("requesterName", submission.requesterName(), LONGEST_NAME, problems);
        } else {
            longest("requesterName", submission.requesterName(), LONGEST_NAME, problems);
        }
        longest("campaign", submission.campaign(), LONGEST_NAME, problems);
        required("requester", submission.requester(), LONGEST_ADDRESS, problems);
        Optional<EmailAddress> requester = EmailAddress.parse(submission.requester());
        if (!submission.requester().isEmpty() && requester.isEmpty()) {
            problems.add(texts.of("requester", "type"));
        }
        requester.ifPresent(address -> welcome(address, submission.form() != null, problems));
        List<FormField> form = forms.brief(submission.workflow().definitionId());
        strangers(form, submission.brief().keySet(), problems);
        FormAnswers answers = forms.check(form, submission.brief());
        answers.problems().forEach(problem -> problems.add(texts.of(problem)));
        return new Checked(name(submission, requester), answers.values(), problems);
    }

    private void required(String field, String value, int longest, List<FieldProblem> problems) {
        if (value.isEmpty()) {
            problems.add(texts.of(field, "required"));
        }
        longest(field, value, longest, problems);
    }

    private void longest(String field, String value, int longest, List<FieldProblem> problems) {
        if (value.length() > longest) {
            problems.add(texts.of(field, "maxlength", longest));
        }
    }

    private void welcome(EmailAddress requester, boolean counted, List<FieldProblem> problems) {
        if (!properties.welcomes(requester) && people.find(requester).isEmpty()) {
            problems.add(texts.of("requester", "domain", requester.domain()));
        } else if (counted && properties.perHour() > 0 && sent.withinTheHour(requester) >= properties.perHour()) {
            problems.add(texts.of("requester", "too-many", properties.perHour()));
        }
    }

    /** An answer to a field that the form does not have was meant for something; it is not thrown away unsaid. */
    private void strangers(List<FormField> form, Set<String> given, List<FieldProblem> problems) {
        Set<String> known = form.stream().map(FormField::id).collect(Collectors.toSet());
        given.stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> problems.add(texts.of(field, "unknown", String.join(", ", known))));
    }

    private String name(Submission submission, Optional<EmailAddress> requester) {
        return submission.requesterName().isEmpty()
                ? requester.map(people::personOrStranger).map(Person::name).orElse("")
                : submission.requesterName();
    }
}
