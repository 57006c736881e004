package dev.baton.inbox;

import dev.baton.inbox.BodyLine.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The lines of an HTML mail while they are being written, with what its elements say about them. */
final class HtmlLines {

    private static final int DEEPEST_MARGIN = 10;
    private static final String TYPED = "typed";

    private final boolean renamesQuoted;
    private final List<BodyLine> lines = new ArrayList<>();
    private final Deque<Said> said = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private String pen = "";
    private int penFrom;
    private boolean penKnown;
    private int quotes;
    private boolean open;
    private boolean spaceDue;
    private boolean blankDue;
    private boolean earlierMail;
    private boolean earlierMailBegan;
    private int headers;

    /** What an element says, as long as it lasts: where its text is from, and the pen it is written with. */
    private record Said(Element by, Origin origin, boolean quotes, String pen) {}

    /** @param renamesQuoted whether the program renames the classes of what it quotes, so that others were typed */
    HtmlLines(boolean renamesQuoted) {
        this.renamesQuoted = renamesQuoted;
    }

    List<BodyLine> made() {
        endLine();
        return List.copyOf(lines);
    }

    boolean isLineOpen() {
        return open;
    }

    void enter(Element element) {
        if (element.attributesSize() == 0 && !element.normalName().equals("blockquote")) {
            return;
        }
        if (quotes == 0 && HtmlMarks.beginsEarlierMail(element)) {
            endLine();
            earlierMail = true;
            earlierMailBegan = true;
        }
        Optional<Origin> origin = HtmlMarks.origin(element, headers > 2 || earlierMailBegan)
                .filter(found -> quotes == 0 || found == Origin.QUOTED);
        Optional<String> colour = Pen.of(element);
        boolean typed = renamesQuoted && HtmlMarks.isTyped(element);
        if (origin.isEmpty() && colour.isEmpty() && !typed) {
            return;
        }
        if (origin.isPresent()) {
            endLine();
        }
        boolean quoted = origin.filter(Origin.QUOTED::equals).isPresent();
        quotes += quoted ? 1 : 0;
        String pen = colour.orElseGet(this::pen);
        said.push(new Said(element, origin.orElseGet(this::origin), quoted, typed && pen.isEmpty() ? TYPED : pen));
    }

    void leave(Element element) {
        if (said.isEmpty() || said.peek().by() != element) {
            return;
        }
        Said ended = said.pop();
        if (ended.origin() != origin() || ended.quotes()) {
            endLine(ended.origin());
        }
        quotes -= ended.quotes() ? 1 : 0;
    }

    /** A new line, an empty one if none is open. */
    void newline() {
        blankDue = blankDue || !open;
        endLine();
    }

    void blank() {
        blankDue = true;
    }

    /** A space before the next words of the line. */
    void space() {
        spaceDue = open;
    }

    void words(String words, boolean ofLink) {
        if (!open) {
            begin();
        } else if (spaceDue) {
            line.append(' ');
        }
        if (!ofLink) {
            draw();
        }
        spaceDue = false;
        line.append(words);
    }

    void endLine() {
        endLine(origin());
    }

    private void endLine(Origin origin) {
        if (open) {
            headers = quotes == 0 && HeaderLine.in(line.toString()).isPresent() ? headers + 1 : headers;
            lines.add(new BodyLine(line.toString(), origin, earlierMail, pen, penFrom));
            line.setLength(0);
            earlierMail = false;
        }
        open = false;
        spaceDue = false;
    }

    private void begin() {
        String margin = ">".repeat(Math.min(quotes, DEEPEST_MARGIN));
        if (blankDue && !lines.isEmpty()) {
            lines.add(new BodyLine(margin, quotes > 0 ? Origin.QUOTED : Origin.UNSAID, false, "", 0));
        }
        blankDue = false;
        line.append(margin).append(quotes > 0 ? " " : "");
        pen = "";
        penFrom = 0;
        penKnown = false;
        open = true;
    }

    /** Words in another pen than those before them: the line ends in that pen, from here on. */
    private void draw() {
        String now = pen();
        if (!penKnown || !now.equals(pen)) {
            penFrom = penKnown ? line.length() : 0;
            pen = now;
            penKnown = true;
        }
    }

    private Origin origin() {
        return said.isEmpty() ? Origin.UNSAID : said.peek().origin();
    }

    private String pen() {
        return said.isEmpty() ? "" : said.peek().pen();
    }
}
