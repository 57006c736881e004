package dev.baton.bench.rehearsal;

import java.util.Map;

/**
 * One way through the workflow on which everybody answers in time.
 *
 * @param brief what is said in the brief that is not as in the sample
 * @param ending how it ends, in words
 * @param length working time from the beginning to the end, in words
 * @param mails how many mails each person gets, by name, most first
 */
public record Journey(
        Kind kind,
        Map<String, String> brief,
        Answers answers,
        String ending,
        String length,
        Map<String, Integer> mails) {

    /** Which way it is. */
    public enum Kind {
        /** As few answers as possible. */
        SHORTEST,
        /** Everybody does what people mostly did until now; where nobody did, the first button is pressed. */
        USUAL,
        /** Each way back is gone once more. */
        LONGEST
    }

    /** The same way, as one of another kind. */
    Journey as(Kind other) {
        return new Journey(other, brief, answers, ending, length, mails);
    }

    /** How many mails this person gets. */
    public int mailsTo(String name) {
        return mails.getOrDefault(name, 0);
    }

    /** How many mails there are in all. */
    public int allMails() {
        return mails.values().stream().mapToInt(Integer::intValue).sum();
    }
}
