package dev.baton.tasks;

import dev.baton.models.Outcome;
import dev.baton.outbox.Outbox;
import dev.baton.people.People;
import dev.baton.requests.Decision;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.shared.RequestRef;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody who answered by mail gets back: a receipt, one question, or why the answer did not count. */
@Component
class AnswerMails {

    private static final String CONFIRM = "confirm-answer";

    private final Outbox outbox;
    private final TaskMails mails;
    private final MailParts parts;
    private final HandOvers handOvers;
    private final ActionLinks links;
    private final RequestLinks requestLinks;
    private final TaskWords words;
    private final WhatComesNext next;
    private final NamedRequests others;
    private final Requests requests;
    private final People people;

    AnswerMails(
            Outbox outbox,
            TaskMails mails,
            MailParts parts,
            HandOvers handOvers,
            ActionLinks links,
            RequestLinks requestLinks,
            TaskWords words,
            WhatComesNext next,
            NamedRequests others,
            Requests requests,
            People people) {
        this.outbox = outbox;
        this.mails = mails;
        this.parts = parts;
        this.handOvers = handOvers;
        this.links = links;
        this.requestLinks = requestLinks;
        this.words = words;
        this.next = next;
        this.others = others;
        this.requests = requests;
        this.people = people;
    }

    void receipt(TaskSheet sheet, IncomingMessage message, Decision decision) {
        mails.toAnybody(
                sheet.request(),
                message.author(),
                "decision-recorded",
                new MailModels.DecisionRecorded(
                        sheet.title(),
                        decision.label(),
                        decision.remark().isEmpty() ? null : decision.remark(),
                        next.after(decision.request()),
                        null,
                        null,
                        requestLinks.status(sheet.request(), message.author())));
    }

    /** Says that the task is known to wait; an answer to this one is an answer to the task again. */
    void waits(TaskSheet sheet, IncomingMessage message, RequestRef named) {
        mails.toHolder(
                sheet,
                message.author(),
                "waits",
                new MailModels.Waits(
                        sheet.task().name(),
                        sheet.request().title(),
                        others.named(requests.whereItGoesOn(requests.get(named)), sheet.reader()),
                        links.url(sheet.handOver()),
                        requestLinks.status(sheet.request(), message.author())));
    }

    /** An answer to this one is an answer to the task again. */
    void askAgain(TaskSheet sheet, IncomingMessage message, String question) {
        if (repeats(sheet, message, "ask-again")) {
            return;
        }
        mails.toHolder(
                sheet,
                message.author(),
                "ask-again",
                new MailModels.AskAgain(
                        sheet.title(),
                        question,
                        parts.buttons(sheet),
                        links.url(sheet.handOver()),
                        said(message),
                        requestLinks.status(sheet.request(), message.author())));
    }

    /** To whom the task was given, wherever the answer came from, so that a forger learns nothing and decides nothing. */
    void confirm(TaskSheet sheet, MailAnswer answer, Outcome outcome) {
        if (isConfirmedTooOften(sheet)) {
            return;
        }
        IncomingMessage message = answer.message();
        mails.toHolder(
                sheet,
                sheet.reader().address(),
                CONFIRM,
                new MailModels.ConfirmAnswer(
                        sheet.title(),
                        message.author().value(),
                        outcome.label(),
                        links.url(sheet.handOver(), outcome, answer),
                        links.url(sheet.handOver()),
                        said(message),
                        requestLinks.status(sheet.request(), sheet.reader().address())));
    }

    /** Whether whoever has the task was asked so often lately that no more such mail goes there. */
    boolean isConfirmedTooOften(TaskSheet sheet) {
        return outbox.repeats(sheet.reader().address(), CONFIRM, sheet.request().ref());
    }

    void notYours(TaskSheet sheet, IncomingMessage message, Standing standing) {
        if (repeats(sheet, message, "not-yours")) {
            return;
        }
        List<HandOver> holders = handOvers.holders(sheet.task().id());
        boolean stranger = people.personOrStranger(message.author()).isStranger();
        mails.toAnybody(
                sheet.request(),
                message.author(),
                "not-yours",
                new MailModels.NotYours(
                        sheet.title(),
                        stranger || holders.isEmpty() ? null : words.names(holders),
                        decided(sheet, standing),
                        said(message),
                        stranger ? null : requestLinks.status(sheet.request(), message.author())));
    }

    /** What came stands in the conversation all the same. */
    private boolean repeats(TaskSheet sheet, IncomingMessage message, String template) {
        return outbox.repeats(message.author(), template, sheet.request().ref());
    }

    private @Nullable String decided(TaskSheet sheet, Standing standing) {
        return standing.decision()
                .map(decision -> words.decided(decision, sheet.reader().zone()))
                .orElseGet(() -> sheet.task().isOpen() ? null : words.text("tasks.not-needed"));
    }

    private static @Nullable String said(IncomingMessage message) {
        return message.text().isBlank() ? null : message.text();
    }
}
