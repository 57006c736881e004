package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that were made to be slow to understand. They are read while the task's row is locked. */
class WorstAnswersTest {

    /** As long as the own words of a mail may be. */
    private static final int LENGTH = 1_000_000;

    /** Processor time, on a machine that does other things too; a usual answer takes less than a thousandth. */
    private static final double SECONDS = 3;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hi\n",
                "hi \n\n",
                "nothing to add ",
                "nothing to add, ",
                "nothing to add.\n",
                "request changes ",
                "request changes.\n",
                "approve\n",
                "a, ",
                ", ",
                "no, ",
                "not approved, ",
                "同意同意",
                "同意。",
                "您好，",
                "好\n",
                "お世話になっております",
                "https://",
                "a'",
                "\u0301",
                "\uFDFA",
                "\n",
                "a\n",
                " ",
                "?",
                "-"
            })
    void areReadInNoTime(String repeated) {
        String endless = repeated.repeat(LENGTH / repeated.length());
        for (String begins : new String[] {"", "Approved. ", "Request changes\n", "Hi Tom,\n"}) {
            long start = threads.getCurrentThreadCpuTime();
            Answers.toReview(begins + endless);
            double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            assertThat(seconds).as(begins + repeated).isLessThan(SECONDS);
        }
    }

    @Test
    void whatIsLongIsWholeInTheComment() {
        String changes = "The price on page two is wrong.\n".repeat(1_000).strip();

        assertThat(Answers.read("Request changes\n\n" + changes, Answers.REVIEW))
                .map(AnswerReader.Understood::comment)
                .contains(changes);
    }

    @Test
    void aYesWithAStoryBehindItIsAskedBack() {
        String story = "We met on Monday and spoke of the price. ".repeat(100);

        assertThat(Answers.toReview("Approved.\n\n" + story + "\n\nDo not publish it."))
                .isEmpty();
    }
}
