package dev.baton.inbox;

import dev.baton.inbox.BodyLine.Origin;
import dev.baton.inbox.HeaderLine.Kind;
import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the mail that is passed on within a body: below a line that says so, or below a block of its headers. */
final class ForwardReader {

    private static final int DEEPEST = 5;
    private static final int LONGEST_NAME = 200;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>\\[\\]()\"';,:]{1,64}@[^\\s<>\\[\\]()\"';,:]{1,250}");

    private ForwardReader() {}

    /** The mail passed on in a body that came as plain text, as HTML, or as both. */
    static Optional<Forwarded> in(Body body, SubjectMark mark) {
        return body.plain()
                .flatMap(text -> in(BodyLine.ofText(text), mark))
                .filter(found -> found.from() != null || body.htmls().isEmpty())
                .or(() -> body.html().flatMap(page -> in(HtmlText.lines(page), mark)));
    }

    private static Optional<Forwarded> in(List<BodyLine> body, SubjectMark mark) {
        List<String> lines = body.stream().map(ForwardReader::once).toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean announced = Separator.announcesForwarded(lines.get(i));
            boolean own = !body.get(i).is(Origin.QUOTED) || mark == SubjectMark.FORWARD;
            if (own && announced || mark == SubjectMark.FORWARD) {
                Optional<Forwarded> found = at(lines, i, DEEPEST);
                if (found.isPresent()) {
                    return found;
                }
            }
            if (mark != SubjectMark.FORWARD
                    && (body.get(i).earlierMail() || Separator.announcesOriginal(lines.get(i)))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A quoted line without the first of its marks: Apple's program quotes what it forwards. */
    private static String once(BodyLine line) {
        String text = line.text();
        if (!line.is(Origin.QUOTED)) {
            return text;
        }
        String rest = text.strip().substring(1);
        return rest.startsWith(" ") ? rest.substring(1) : rest;
    }

    /** The mail whose headers begin on this line, or on the first line below that is not empty. */
    private static Optional<Forwarded> at(List<String> lines, int i, int deepest) {
        boolean announced = Separator.announces(lines.get(i)) || Separator.isBetweenStrokes(lines.get(i));
        int block = i + (announced ? 1 : 0);
        while (announced && block < lines.size() && lines.get(block).isBlank()) {
            block++;
        }
        if (block >= lines.size() || deepest == 0) {
            return Optional.empty();
        }
        return HeaderBlock.at(lines, block, announced)
                .map(headers -> of(headers, lines.subList(headers.end(), lines.size()), deepest));
    }

    private static Forwarded of(HeaderBlock headers, List<String> text, int deepest) {
        OwnWords words =
                new Split(BodyLine.ofText(String.join("\n", text)), true).made().words();
        String from = headers.values().getOrDefault(Kind.FROM, "");
        String sent = headers.values().getOrDefault(Kind.SENT, headers.values().get(Kind.DATE));
        return new Forwarded(
                address(from).orElse(null),
                name(from),
                sent,
                Readable.text(headers.values().getOrDefault(Kind.SUBJECT, ""), 1_000),
                words.own(),
                words.cut(),
                List.of(),
                null,
                earlier(text, deepest).orElse(null));
    }

    private static Optional<Forwarded> earlier(List<String> lines, int deepest) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (Separator.announces(line) || HeaderLine.in(line).isPresent()) {
                Optional<Forwarded> found = at(lines, i, deepest - 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<EmailAddress> address(String from) {
        Matcher matcher = ADDRESS.matcher(from);
        return matcher.find() ? EmailAddress.parse(matcher.group()) : Optional.empty();
    }

    /** What stands before the address, without what surrounds it. */
    private static @Nullable String name(String from) {
        Matcher matcher = ADDRESS.matcher(from);
        String before = matcher.find() ? from.substring(0, matcher.start()) : from;
        String name = before.replace("mailto:", "")
                .replaceAll("[<>\\[\\]()\"“”*]", " ")
                .strip();
        return name.isEmpty() ? null : Readable.text(name, LONGEST_NAME);
    }
}
