package dev.baton.intake;

import dev.baton.inbox.Attachment;
import dev.baton.inbox.Forwarded;
import dev.baton.inbox.ReceivedMail;
import dev.baton.outbox.MailPicture;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.NewFile;
import dev.baton.requests.RequestFiles;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail as somebody wrote it, whose sender is known.
 *
 * @param words the own words, and those of a mail that is passed on below them; what was cut, where there are none of both.
 *     Only as much as is read for a brief: the whole of it is in the conversation
 * @param sure whether it counts as the sender's own, as far as anybody checks that here
 */
record Letter(ReceivedMail mail, EmailAddress sender, String words, boolean sure) {

    private static final int LONGEST = 20_000;

    /** What this person wrote; {@link Letters} knows how sure that is. */
    static Letter of(ReceivedMail mail, EmailAddress sender, boolean sure) {
        String said = joined(
                mail.text(), mail.forwarded() == null ? "" : mail.forwarded().text());
        String text = said.isBlank() ? mail.cut() : said;
        return new Letter(mail, sender, text.substring(0, Math.min(text.length(), LONGEST)), sure);
    }

    /** The name beside the sender's address, or what stands before the {@code @}, read as one. */
    String senderName() {
        return Optional.ofNullable(mail.fromName())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .orElseGet(sender::readAsName);
    }

    /** What it is about: its subject as it was first written, else its first line, else nothing. */
    Optional<String> title() {
        return Optional.of(Subject.plain(mail.subject()))
                .filter(subject -> !subject.isEmpty())
                .or(() -> words.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst());
    }

    /** Subject and words together. */
    String all() {
        return mail.subject() + "\n" + words;
    }

    /** Names of the files that came with it; pictures within the text are none. */
    List<String> fileNames() {
        return mail.attachments().stream()
                .filter(file -> !file.inline())
                .map(Attachment::name)
                .toList();
    }

    /** The files that came with it; a picture of a mail of ours that an answer brought back is none. */
    List<NewFile> files() {
        return mail.attachments().stream()
                .filter(file -> !(file.inline() && MailPicture.isOurs(file.contentId())))
                .map(file -> new NewFile(file.name(), file.type(), file.size(), file::content, file.inline()))
                .toList();
    }

    /** Keeps its files with the request. */
    void keepFiles(RequestFiles kept, RequestRef request) {
        files().forEach(file -> kept.add(request, file, sender, mail.id()));
    }

    /** What joins the conversation: the own words, and below them, with its author and date, what is passed on. */
    IncomingMessage message() {
        Forwarded passedOn = mail.forwarded();
        return saying(passedOn == null ? mail.text() : joined(mail.text(), joined(head(passedOn), passedOn.text())));
    }

    /** The same without what is passed on, which never decides anything. */
    IncomingMessage ownMessage() {
        return saying(mail.text());
    }

    private IncomingMessage saying(String text) {
        return new IncomingMessage(
                sender, senderName(), text, mail.cut(), mail.receivedAt(), mail.id(), mail.messageId(), !sure);
    }

    private static String head(Forwarded passedOn) {
        String address = passedOn.author().map(author -> "<" + author + ">").orElse("");
        return Stream.of(
                        Objects.requireNonNullElse(passedOn.fromName(), ""),
                        address,
                        Objects.requireNonNullElse(passedOn.sentOn(), ""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" ", "> ", ":"));
    }

    private static String joined(String first, String second) {
        return first.isBlank() || second.isBlank() ? first + second : first + "\n\n" + second;
    }
}
