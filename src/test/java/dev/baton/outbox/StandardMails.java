package dev.baton.outbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One example of every standard mail, with the fields that mail-templates/README.md promises. */
final class StandardMails {

    record Row(String label, String value) {}

    record Missing(String label, @Nullable String help) {}

    record File(String name, String size, String url) {}

    record Outcome(String value, String label, boolean asksComment, String url) {}

    record Said(String who, String when, String text) {}

    record Acknowledgement(
            String requesterName,
            String reference,
            String title,
            String workflowName,
            String ownerName,
            @Nullable String promisedAt,
            @Nullable String likelyBy,
            int likelyFrom,
            boolean likelyExamples,
            String statusUrl,
            List<Missing> missing,
            @Nullable String formUrl,
            List<Row> brief,
            @Nullable String note) {}

    record Task(
            String personName,
            String sentence,
            String taskName,
            String actionUrl,
            List<Outcome> outcomes,
            List<Row> brief,
            List<File> files,
            @Nullable Said lastSaid,
            @Nullable String dueText,
            @Nullable String help,
            String statusUrl,
            String why) {}

    record Escalation(
            String personName,
            String taskName,
            String title,
            String since,
            @Nullable String dueText,
            @Nullable String promisedAt,
            String url,
            String statusUrl) {}

    record DecisionRecorded(
            String taskName,
            String outcomeLabel,
            @Nullable String comment,
            @Nullable String next,
            @Nullable String undoUrl,
            @Nullable String undoUntil,
            String statusUrl) {}

    record AskAgain(
            String taskName,
            String question,
            List<Outcome> outcomes,
            String actionUrl,
            @Nullable String said,
            String statusUrl) {}

    record ConfirmAnswer(
            String taskName,
            String writtenFrom,
            String outcomeLabel,
            String confirmUrl,
            String actionUrl,
            @Nullable String said,
            String statusUrl) {}

    record NotYours(
            String taskName,
            @Nullable String holderName,
            @Nullable String decided,
            @Nullable String said,
            @Nullable String statusUrl) {}

    record Delivered(
            String title,
            String ownerName,
            String deliveredAt,
            @Nullable String promisedAt,
            @Nullable String summary,
            List<File> files,
            String statusUrl) {}

    record Closed(String title, String reason, @Nullable String closedBy, String statusUrl) {}

    record PromiseMoved(
            String title,
            String who,
            @Nullable String firstText,
            String beforeText,
            String nowText,
            @Nullable String reason,
            String statusUrl) {}

    record Question(
            String askerName,
            String question,
            String title,
            @Nullable String answerUrl,
            @Nullable String dueText,
            String statusUrl) {}

    record Message(
            String senderName,
            @Nullable String doubt,
            String when,
            String text,
            List<File> files,
            String title,
            @Nullable String statusUrl) {}

    record Waits(String taskName, String title, String waitedFor, String url, String statusUrl) {}

    record CanGoOn(
            String taskName,
            String title,
            String waitedFor,
            @Nullable String stillWaitsOn,
            @Nullable String dueText,
            String url,
            String statusUrl) {}

    record GoesOn(String title, String waitedFor, @Nullable String stillWaitsOn, String statusUrl) {}

    record WaitsInVain(
            @Nullable String taskName,
            String title,
            String waitedFor,
            @Nullable String reason,
            @Nullable String goesOnIn,
            String ownerName,
            String url,
            String statusUrl) {}

    record Blocked(
            String waitingName,
            String taskName,
            String title,
            @Nullable String reason,
            @Nullable String waitedFor,
            @Nullable String dueText,
            @Nullable String url,
            @Nullable String statusUrl) {}

    record Forwarded(
            String forwarderName,
            String originalName,
            String originalAddress,
            String title,
            String changeUrl,
            @Nullable String note,
            String statusUrl) {}

    record ConfirmReply(
            String title,
            String writtenFrom,
            String why,
            String confirmUrl,
            @Nullable String said,
            String statusUrl) {}

    record AnswerBack(
            String senderName,
            String senderAddress,
            @Nullable String subject,
            @Nullable String said,
            String url,
            String firstUrl) {}

    record Undeliverable(
            String personName,
            String address,
            String taskName,
            String title,
            @Nullable String said,
            @Nullable String dueText,
            String triedAgain,
            String url,
            String statusUrl) {}

    record Stuck(
            String personName,
            String title,
            @Nullable String stepName,
            String reason,
            boolean byItself,
            String url,
            String statusUrl) {}

    record Away(
            String personName,
            @Nullable String untilText,
            String taskName,
            String title,
            @Nullable String dueText,
            @Nullable String note,
            boolean sure,
            @Nullable String substituteName,
            String url,
            List<AlsoStalled> others,
            String statusUrl) {}

    record AlsoStalled(
            String taskName, String title, @Nullable String dueText, String url) {}

    record ModelMend(@Nullable String place, @Nullable String line, String message, String fix) {}

    record ModelRefused(
            String personName,
            String file,
            @Nullable String goesOn,
            int count,
            List<ModelMend> mends,
            int more,
            String url) {}

    record ModelMended(
            String personName, String file, @Nullable String version, String url) {}

    record TemplateBroken(String personName, String file, String problem, String url) {}

    record Silent(
            String address,
            @Nullable String title,
            @Nullable String statusUrl) {}

    record SignIn(String url, String validFor) {}

    record MailMissing(String mailbox, int count, String url) {}

    record UnknownReference(String reference, @Nullable String subject, String address) {}

    record Refused(@Nullable String subject, String reason, String remedy) {}

    record Answer(
            String personName,
            String text,
            @Nullable String subject,
            @Nullable String asked,
            @Nullable String statusUrl) {}

    record Waiting(String subject, String sender, String when, String reason, String url) {}

    record Quarantine(
            String personName,
            boolean one,
            int count,
            List<Waiting> mails,
            @Nullable String more,
            String ledgerUrl) {}

    record ListedTask(
            String title,
            String reference,
            String sentence,
            @Nullable String dueText,
            boolean late,
            String actionUrl,
            List<Outcome> outcomes,
            @Nullable String fromName,
            @Nullable String note) {}

    record ListedNews(
            String reference, String sentence, @Nullable String said, String url) {}

    record Digest(
            String title,
            String sentence,
            List<ListedTask> decisions,
            List<ListedTask> work,
            List<ListedTask> standing,
            List<ListedNews> asked,
            List<ListedNews> news,
            List<ListedTask> today,
            int more,
            int unshown,
            String workUrl,
            String why) {}

    record WeeklyItem(String reference, String title, String sentence, String url) {}

    record WeeklyNumber(String label, String value, String change, String url) {}

    record Weekly(
            String title,
            String sentence,
            List<WeeklyItem> risks,
            int moreRisks,
            String risksUrl,
            List<WeeklyItem> decisions,
            int moreDecisions,
            String decisionsUrl,
            String counted,
            boolean examples,
            List<WeeklyNumber> numbers,
            String dashboardUrl,
            String stopUrl,
            String why) {}

    record WhichTask(
            List<ListedTask> tasks,
            int unshown,
            String workUrl,
            @Nullable String said) {}

    static final String STATUS = "https://baton.example.com/s/4f2a";
    private static final String TASK = "https://baton.example.com/t/9c1b";
    private static final String TITLE = "Spring sale landing page";
    private static final String OTHER = "LAUNCH-42 “Price list”";
    private static final String LIKELY = "Tuesday 12 March";
    private static final String DUE = "Thursday 14 March, 17:00 (Berlin)";
    private static final List<Row> BRIEF = List.of(
            new Row("Audience", "Customers who bought in the last 12 months"),
            new Row("Launch", "Monday 25 March"),
            new Row("What it says", "20 % off everything.\nNo code needed."));
    private static final List<File> FILES =
            List.of(new File("copy v3.docx", "48 kB", "https://baton.example.com/files/77"));
    private static final List<Outcome> OUTCOMES = List.of(
            new Outcome("approve", "Approve", false, TASK + "?outcome=approve"),
            new Outcome("changes", "Request changes", true, TASK + "?outcome=changes"),
            new Outcome("reject", "Reject", true, TASK + "?outcome=reject"));

    static final Task APPROVAL = new Task(
            "Lena",
            "Nadia asks you to approve the landing page copy by " + DUE + ".",
            "Approve the landing page copy",
            TASK,
            OUTCOMES,
            BRIEF,
            FILES,
            new Said("Tom", "Tuesday 12 March", "Version 3 has the new claim.\n\nLegal, please look at the footnote."),
            "Thu 14 March",
            "Look at the claim and the footnote; the pictures are approved already.",
            STATUS,
            "You get this mail because you belong to the legal team.");

    private static final String CHOSEN =
            "You get this mail because you chose one mail a day instead of one for each thing.";
    private static final ListedTask TO_APPROVE = new ListedTask(
            "Approve the landing page copy: " + TITLE,
            "PAGE-7",
            APPROVAL.sentence(),
            "Thu 14 March",
            false,
            TASK,
            OUTCOMES,
            null,
            null);
    private static final ListedTask TO_WRITE = new ListedTask(
            "Write the invitation: Summer party",
            "EVENT-3",
            "Nadia asks you to write the invitation for “Summer party”.",
            null,
            false,
            "https://baton.example.com/t/7e22",
            List.of(),
            "Tom Keller",
            "You know the guests.\n\nKeep it short, please.");

    private StandardMails() {}

    /** Examples by the name of their approved files; a mail with several faces has one for each. */
    static Map<String, Object> all() {
        Map<String, Object> mails = new LinkedHashMap<>();
        mails.put("acknowledgement", acknowledgement(DUE, LIKELY, List.of(), null));
        mails.put("acknowledgement.undated", acknowledgement(null, LIKELY, List.of(), null));
        mails.put("acknowledgement.unforeseen", acknowledgement(null, null, List.of(), null));
        mails.put(
                "acknowledgement.missing",
                acknowledgement(
                        null,
                        null,
                        List.of(
                                new Missing("Audience", "who should see the page"),
                                new Missing("Launch", "the day it has to be online")),
                        "https://baton.example.com/new/landing-page-update/3d"));
        mails.put(
                "acknowledgement.one-missing", acknowledgement(null, null, List.of(new Missing("Launch", null)), null));
        mails.put("task", APPROVAL);
        mails.put(
                "forwarded",
                new Forwarded(
                        "Nadia Fischer",
                        "Clara Vogt",
                        "clara@customer.example",
                        "Spring sale landing page",
                        "https://baton.example.com/forwarded/3d",
                        null,
                        STATUS));
        mails.put(
                "forwarded.noted",
                new Forwarded(
                        "Nadia Fischer",
                        "Clara Vogt",
                        "clara@customer.example",
                        "Spring sale landing page",
                        "https://baton.example.com/forwarded/3d",
                        "You wrote to an address with “+sales” in it, which no team here has. So a person reads it and finds the right one.",
                        STATUS));
        mails.put(
                "confirm-reply",
                new ConfirmReply(
                        "Spring sale landing page",
                        "clara@customer.example",
                        "unproven",
                        "https://baton.example.com/reply/9a",
                        "The blue one, please.",
                        STATUS));
        mails.put(
                "confirm-reply.another",
                new ConfirmReply(
                        "Spring sale landing page",
                        "jan@customer.example",
                        "another",
                        "https://baton.example.com/reply/9a",
                        "The blue one, please.",
                        STATUS));
        mails.put(
                "confirm-reply.doubt",
                new ConfirmReply(
                        "Spring sale landing page",
                        "clara@customer.example",
                        "doubt",
                        "https://baton.example.com/reply/9a",
                        "The blue one, please.",
                        STATUS));
        mails.put(
                "answer-back",
                new AnswerBack(
                        "Clara Vogt",
                        "clara@customer.example",
                        "the logo",
                        "The blue one, thanks.",
                        "https://baton.example.com/ledger/72",
                        "https://baton.example.com/ledger/71"));
        mails.put(
                "task.work",
                new Task(
                        "Tom",
                        "Nadia asks you to write the landing page copy.",
                        "Write the landing page copy",
                        TASK,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        STATUS,
                        "You get this mail because you belong to the copy team."));
        mails.put("reminder", with(APPROVAL, Map.of("overdue", false)));
        mails.put("reminder.overdue", with(APPROVAL, Map.of("overdue", true)));
        mails.put("substitute", with(APPROVAL, Map.of("awayName", "Ines", "awayUntil", "Friday 22 March")));
        mails.put("handed-over", with(APPROVAL, Map.of("fromName", "Ines", "note", "You know the claim better.")));
        mails.put(
                "escalation",
                new Escalation(
                        "Lena",
                        "Approve the landing page copy",
                        TITLE,
                        "Monday 11 March",
                        DUE,
                        "Friday 22 March, 17:00 (Berlin)",
                        TASK,
                        STATUS));
        mails.put(
                "decision-recorded",
                new DecisionRecorded(
                        "Approve the landing page copy",
                        "Request changes",
                        "Please name the end of the sale.",
                        "Next, Tom changes the copy and asks you again.",
                        TASK + "/undo",
                        "14:35",
                        STATUS));
        mails.put(
                "ask-again",
                new AskAgain(
                        "Approve the landing page copy",
                        "We could not tell from your answer what you decided on “Approve the landing page copy”. Which is it?",
                        OUTCOMES,
                        TASK,
                        "Looks ok-ish I guess",
                        STATUS));
        mails.put(
                "confirm-answer",
                new ConfirmAnswer(
                        "Approve the landing page copy",
                        "maria@home.example",
                        "Approve",
                        TASK + "?outcome=approve&said=71",
                        TASK,
                        "Approved, with thanks to Tom.",
                        STATUS));
        mails.put("not-yours", new NotYours("Approve the landing page copy", "Lena", null, "Approve", STATUS));
        mails.put(
                "not-yours.decided",
                new NotYours(
                        "Approve the landing page copy",
                        "Lena",
                        "Lena approved it on Monday 11 March.",
                        "Reject",
                        STATUS));
        mails.put(
                "delivered",
                new Delivered(TITLE, "Nadia", "Thursday 21 March", "Friday 22 March", "It is live.", FILES, STATUS));
        mails.put("closed", new Closed(TITLE, "The sale moves to autumn.", "Nadia", STATUS));
        mails.put(
                "promise-moved",
                new PromiseMoved(
                        TITLE,
                        "Nadia",
                        "Friday 15 March",
                        "Monday 18 March",
                        "Friday 22 March",
                        "Legal needs two more days.",
                        STATUS));
        mails.put(
                "question",
                new Question(
                        "Tom", "Which of the two claims do you prefer?", TITLE, TASK, "Wednesday 13 March", STATUS));
        mails.put(
                "message",
                new Message(
                        "Tom",
                        null,
                        "Tuesday 12 March",
                        "Here is version 3.\n\nThe claim is new.",
                        FILES,
                        TITLE,
                        STATUS));
        mails.put(
                "message.stranger",
                new Message(
                        "Tom Keller <mallory@elsewhere.example>",
                        "stranger",
                        "Tuesday 12 March",
                        "Copy is ready",
                        List.of(),
                        TITLE,
                        STATUS));
        mails.put(
                "message.unproven",
                new Message(
                        "Tom Keller <tom@example.com>",
                        "unproven",
                        "Tuesday 12 March",
                        "Copy is ready",
                        List.of(),
                        TITLE,
                        STATUS));
        mails.put(
                "blocked",
                new Blocked(
                        "Tom",
                        "Write the landing page copy",
                        TITLE,
                        "I need the price list.",
                        null,
                        "Thu 14 March",
                        TASK + "/unblock",
                        STATUS));
        mails.put(
                "blocked.by-request",
                new Blocked(
                        "Tom",
                        "Write the landing page copy",
                        TITLE,
                        "I need the price list.",
                        OTHER,
                        "Thu 14 March",
                        TASK + "/unblock",
                        STATUS));
        mails.put("waits", new Waits("Write the landing page copy", TITLE, OTHER, TASK, STATUS));
        mails.put(
                "can-go-on",
                new CanGoOn("Write the landing page copy", TITLE, OTHER, null, "Thu 14 March", TASK, STATUS));
        mails.put(
                "can-go-on.still",
                new CanGoOn("Write the landing page copy", TITLE, "LAUNCH-42", "Ines Roth", null, TASK, STATUS));
        mails.put("goes-on", new GoesOn(TITLE, OTHER, null, STATUS));
        mails.put("goes-on.still", new GoesOn(TITLE, OTHER, "the printer", STATUS));
        mails.put(
                "waits-in-vain",
                new WaitsInVain(
                        "Write the landing page copy",
                        TITLE,
                        OTHER,
                        "No fair this year.",
                        null,
                        "Nadia Brandt",
                        TASK,
                        STATUS));
        mails.put(
                "waits-in-vain.merged",
                new WaitsInVain(
                        "Write the landing page copy",
                        TITLE,
                        OTHER,
                        "It was asked for twice.",
                        "LAUNCH-44",
                        "Nadia Brandt",
                        TASK,
                        STATUS));
        mails.put(
                "waits-in-vain.owner",
                new WaitsInVain(
                        null,
                        TITLE,
                        "LAUNCH-42",
                        null,
                        null,
                        "Nadia Brandt",
                        "https://baton.example.com/requests/PAGE-7",
                        STATUS));
        mails.put(
                "mail-missing",
                new MailMissing("requests@example.com@imap.example.com/INBOX", 2, "https://baton.example.com/ledger"));
        mails.put(
                "undeliverable",
                new Undeliverable(
                        "Lena Winter",
                        "lena@example.com",
                        "Approve the landing page copy",
                        TITLE,
                        "550 5.1.1 <lena@example.com>: user unknown",
                        DUE,
                        "Thursday 21 March",
                        TASK + "/hand-over",
                        STATUS));
        mails.put(
                "stuck",
                new Stuck(
                        "Nadia",
                        TITLE,
                        "Approved?",
                        "No variable is called 'outcom'",
                        false,
                        "https://baton.example.com/requests/LAUNCH-42",
                        STATUS));
        mails.put(
                "stuck.by-itself",
                new Stuck(
                        "Nadia",
                        TITLE,
                        null,
                        "No variable is called 'outcom'",
                        true,
                        "https://baton.example.com/requests/LAUNCH-42",
                        STATUS));
        mails.put(
                "away",
                new Away(
                        "Lena Winter",
                        "Friday 22 March",
                        "Approve the landing page copy",
                        TITLE,
                        DUE,
                        "I am on leave until 22 March. In urgent cases write to ben@example.com.",
                        true,
                        "Ben Carter",
                        TASK + "/hand-over?to=ben@example.com",
                        List.of(
                                new AlsoStalled(
                                        "Write the newsletter",
                                        "Hospital webinar",
                                        "Tuesday 12 March, 12:00 (Berlin)",
                                        TASK + "2/hand-over?to=ben@example.com"),
                                new AlsoStalled(
                                        "Check the brief",
                                        "Trade fair",
                                        null,
                                        TASK + "3/hand-over?to=ben@example.com")),
                        STATUS));
        mails.put(
                "away.unknown",
                new Away(
                        "Lena Winter",
                        null,
                        "Approve the landing page copy",
                        TITLE,
                        null,
                        null,
                        true,
                        null,
                        TASK + "/hand-over",
                        List.of(),
                        STATUS));
        mails.put(
                "away.unproven",
                new Away(
                        "Lena Winter",
                        null,
                        "Approve the landing page copy",
                        TITLE,
                        null,
                        null,
                        false,
                        null,
                        TASK + "/hand-over",
                        List.of(),
                        STATUS));
        mails.put("silent", new Silent("robot@customer.example", TITLE, STATUS));
        mails.put("silent.admins", new Silent("robot@customer.example", null, null));
        models(mails);
        mails.put("sign-in", new SignIn("https://baton.example.com/login/ott?token=1", "15 minutes"));
        mails.put("unknown-reference", new UnknownReference("LAUNCH-999", "Re: the page", "requests@example.com"));
        mails.put(
                "refused",
                new Refused(
                        "New pictures",
                        "It is larger than 25 MB, which is the most we can take by mail.",
                        "Put the files where we can fetch them, and send the link; or upload them on the form."));
        mails.put(
                "answer",
                new Answer(
                        "Nadia Fischer",
                        "Which landing page do you mean, the one for spring or the one for hospitals?",
                        "the landing page",
                        "Please make it blue.",
                        STATUS));
        quarantines(mails);
        digests(mails);
        weeklies(mails);
        return mails;
    }

    private static void models(Map<String, Object> mails) {
        mails.put(
                "model-refused",
                new ModelRefused(
                        "Nadia",
                        "campaign-launch.bpmn",
                        "3",
                        4,
                        List.of(
                                new ModelMend(
                                        "Review the work",
                                        "112",
                                        "The task has no due date.",
                                        "Set \"Due date\", for example P2D for two working days."),
                                new ModelMend(
                                        null,
                                        null,
                                        "There is no process with the id review.",
                                        "Correct the id, or put the file of the called process into the folder too.")),
                        2,
                        "https://baton.example.com/workflows"));
        mails.put(
                "model-refused.new",
                new ModelRefused(
                        "Nadia",
                        "fair-booth.bpmn",
                        null,
                        1,
                        List.of(new ModelMend(
                                null,
                                "7",
                                "The file cannot be read from here on.",
                                "Save it again in Camunda Modeler.")),
                        0,
                        "https://baton.example.com/workflows"));
        mails.put(
                "model-mended",
                new ModelMended("Nadia", "campaign-launch.bpmn", "4", "https://baton.example.com/workflows"));
        mails.put(
                "template-broken",
                new TemplateBroken(
                        "Nadia",
                        "task.html",
                        "task.html, line 12: There is nothing called dueDate.",
                        "https://baton.example.com/bench/mails"));
    }

    private static void digests(Map<String, Object> mails) {
        mails.put("digest", aFullDay());
        mails.put(
                "digest.news",
                new Digest(
                        "News of what you asked for or take part in",
                        "There is one piece of news; you do not have to do anything.",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new ListedNews("PAGE-7", "“" + TITLE + "” is done.", null, STATUS)),
                        List.of(),
                        0,
                        0,
                        "https://baton.example.com/my",
                        CHOSEN));
        mails.put(
                "which-task",
                new WhichTask(List.of(TO_APPROVE, TO_WRITE), 0, "https://baton.example.com/my", "Fine with me."));
        mails.put("which-task.none", new WhichTask(List.of(), 0, "https://baton.example.com/my", null));
    }

    private static void weeklies(Map<String, Object> mails) {
        String dashboard = "https://baton.example.com/dashboard";
        String stop = "https://baton.example.com/q/5d/weekly";
        String counted = "the four weeks from Mon 12 February to Sun 10 March";
        mails.put(
                "weekly",
                new Weekly(
                        "2 late, 1 blocked: the week from Mon 11 March",
                        "14 requests are open: 2 late, one blocked. 41 of 50 tasks were done by the date first promised.",
                        List.of(
                                new WeeklyItem(
                                        "PAGE-7",
                                        TITLE,
                                        "Was promised for Friday 8 March. Now: Approve the copy, with Lena Winter, was"
                                                + " due on Thursday 7 March.",
                                        "https://baton.example.com/requests/PAGE-7"),
                                new WeeklyItem(
                                        "LAUNCH-42",
                                        "Price list",
                                        "Promised for Friday 22 March. It waits on the printer since Monday 4 March: the"
                                                + " paper.",
                                        "https://baton.example.com/requests/LAUNCH-42")),
                        1,
                        dashboard + "#attention",
                        List.of(
                                new WeeklyItem(
                                        "REPORT-9",
                                        "Autumn report",
                                        "It waits on you since Mon 4 March: which figures?",
                                        "https://baton.example.com/requests/REPORT-9"),
                                new WeeklyItem(
                                        "PAGE-7",
                                        TITLE,
                                        "Approve the landing page copy, with Lena Winter since Tue 5 March.",
                                        "https://baton.example.com/requests/PAGE-7"),
                                new WeeklyItem(
                                        "",
                                        "One mail could not be sent",
                                        "They were tried for long and wait for somebody who looks at them.",
                                        "https://baton.example.com/outbox?state=dead")),
                        2,
                        dashboard + "/workload",
                        counted,
                        true,
                        List.of(
                                new WeeklyNumber(
                                        "Reliability",
                                        "82 % (69–90 %), 41 of 50",
                                        "up from 61 %",
                                        dashboard + "/reliability?from=2024-02-12"),
                                new WeeklyNumber(
                                        "Late work",
                                        "16 % (8–28 %), 8 of 50",
                                        "before 22 %; that may be chance",
                                        dashboard + "/late-work?from=2024-02-12"),
                                new WeeklyNumber(
                                        "Review time",
                                        "half within 2.1 days (1.6 days to 3 days), of 19",
                                        "down from 3.4 days",
                                        dashboard + "/review-time?from=2024-02-12"),
                                new WeeklyNumber(
                                        "Clear requests",
                                        "3 of 4",
                                        "too few to compare with the four weeks before",
                                        dashboard + "/intake-clarity?from=2024-02-12"),
                                new WeeklyNumber(
                                        "Informed requesters",
                                        "93 % (69–99 %), 13 of 14",
                                        "before 90 %; that may be chance",
                                        dashboard + "/visibility?from=2024-02-12")),
                        dashboard + "?from=2024-02-12",
                        stop,
                        "You get this mail because you lead."));
        mails.put(
                "weekly.calm",
                new Weekly(
                        "Nothing late, nothing blocked: the week from Mon 11 March",
                        "Nothing is open. 12 of 12 tasks were done by the date first promised.",
                        List.of(),
                        0,
                        dashboard + "#attention",
                        List.of(),
                        0,
                        dashboard + "/workload",
                        counted,
                        false,
                        List.of(new WeeklyNumber(
                                "Review time",
                                "nothing to count",
                                "too few to compare with the four weeks before",
                                dashboard + "/review-time?from=2024-02-12")),
                        dashboard + "?from=2024-02-12",
                        stop,
                        "You get this mail because you own workflows; it is about those."));
    }

    private static Digest aFullDay() {
        return new Digest(
                "7 things wait for you",
                "7 things wait for you; one was due already, and one has to be done today.",
                List.of(TO_APPROVE),
                List.of(TO_WRITE),
                List.of(new ListedTask(
                        "Check the numbers: Autumn report",
                        "REPORT-9",
                        "It is with Tom, and was due on Monday 11 March, 17:00 (Berlin).",
                        "Mon 11 March",
                        true,
                        "https://baton.example.com/t/3a90",
                        List.of(),
                        null,
                        null)),
                List.of(new ListedNews(
                        "PAGE-8",
                        "Tom asks you something about “Winter page”.",
                        "Which of the two claims do you prefer?",
                        "https://baton.example.com/s/77ab")),
                List.of(
                        new ListedNews(
                                "PAGE-7",
                                "Tom wrote about “" + TITLE + "” on Tuesday 12 March:",
                                "Here is version 3.\n\nThe claim is new.",
                                STATUS),
                        new ListedNews("PAGE-8", "“Winter page” is done.", null, "https://baton.example.com/s/77ab")),
                List.of(TO_APPROVE),
                2,
                1,
                "https://baton.example.com/my",
                CHOSEN);
    }

    private static Acknowledgement acknowledgement(
            @Nullable String promisedAt, @Nullable String likelyBy, List<Missing> missing, @Nullable String formUrl) {
        return new Acknowledgement(
                "Paul",
                "PAGE-7",
                TITLE,
                "Landing page update",
                "Nadia",
                promisedAt,
                likelyBy,
                likelyBy == null ? 0 : 43,
                false,
                STATUS,
                missing,
                formUrl,
                BRIEF,
                null);
    }

    /** A task's fields and some more. */
    private static Map<String, Object> with(Task task, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>(ModelFields.of(task));
        fields.putAll(more);
        return fields;
    }

    private static void quarantines(Map<String, Object> mails) {
        Waiting mail = new Waiting(
                "Re: the landing page",
                "petra@customer.example",
                "Monday 2 March, 09:00 (Berlin)",
                "It was sent to the answer address “launch-1.0”, which is none that we gave out.",
                "https://baton.example.com/ledger/17");
        String ledger = "https://baton.example.com/ledger?state=quarantined";
        mails.put("quarantine", new Quarantine("Nadia", true, 1, List.of(mail), null, ledger));
        Waiting unnamed = new Waiting(
                "(no subject)",
                "nobody that it names",
                "Tuesday 3 March, 18:20 (Berlin)",
                "Nobody is named as its sender, so nobody could be answered.",
                "https://baton.example.com/ledger/23");
        mails.put(
                "quarantine.several",
                new Quarantine(
                        "Nadia",
                        false,
                        22,
                        List.of(mail, unnamed),
                        "And 20 more, which the link above shows.",
                        ledger));
    }
}
