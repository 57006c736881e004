package dev.baton.requests.web;

import dev.baton.requests.BriefRows;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.RequestPictures;
import dev.baton.requests.StoredFile;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * How a request stands, ready to be read; every moment is written in the reader's zone.
 *
 * @param promised the promise that holds, if one was made
 * @param firstPromised the first promise, where it is another one
 * @param late whether the promise that holds was broken
 * @param forecast by when it is likely delivered; null where work has not begun, or is over
 * @param ended when it was delivered or closed
 * @param holdsUp the requests that wait for it
 * @param stuck where it stands still because a step of its workflow fails
 * @param toOthers our mails to others than the reader; empty for whoever does not answer for the request
 * @param diagram null until work has begun
 */
record StatusView(
        Request request,
        String workflow,
        String ownerName,
        String opened,
        @Nullable String promised,
        @Nullable String firstPromised,
        List<Move> moves,
        boolean late,
        @Nullable ForecastLine forecast,
        @Nullable String ended,
        List<StepLine> steps,
        List<BlockerLine> blockers,
        List<OtherLine> holdsUp,
        List<StuckLine> stuck,
        List<DecisionLine> decisions,
        List<BriefRows.Row> brief,
        List<FileLine> files,
        List<Saying> conversation,
        List<Saying> toOthers,
        RequestPictures.@Nullable Shown diagram) {

    /** A promise that was moved: to when, by whom and why. */
    record Move(String to, String by, @Nullable String reason, String at) {}

    /**
     * By when it is likely delivered.
     *
     * @param sentences what is known, and why no more
     * @param day null where no date can be said
     * @param by the same as a moment
     * @param endangers whether the promise is earlier
     */
    record ForecastLine(
            List<String> sentences,
            @Nullable String day,
            @Nullable Instant by,
            boolean endangers) {}

    /**
     * A step of the work.
     *
     * @param who the people who had or have it, in words; empty if nobody in particular
     * @param when until when it is wanted, or when it was done
     */
    record StepLine(String name, String who, @Nullable String when, Place place) {}

    /** Where a step lies from now. */
    enum Place {
        DONE,
        NOW
    }

    /**
     * What holds it up.
     *
     * @param other the request it waits for; null where it is none
     */
    record BlockerLine(
            long id, String waitsOn, String what, @Nullable OtherLine other) {}

    /**
     * Another request.
     *
     * @param title null where the reader may not read it
     * @param how it stands, a word: {@code promised}, {@code late}, {@code undated}, {@code delivered} or {@code closed}
     */
    record OtherLine(
            RequestRef ref,
            @Nullable String title,
            @Nullable String promised,
            String how) {}

    /**
     * A step that fails and is not tried again by itself.
     *
     * @param reason in the program's words, for whoever answers for the request; null for all others
     */
    record StuckLine(String step, String since, @Nullable String reason) {}

    /** What was decided, by whom and when. */
    record DecisionLine(String task, String label, String by, String at, String remark) {}

    /** A file and where to fetch it. */
    record FileLine(String name, String size, String url, boolean picture) {

        static FileLine of(StoredFile file, RequestLinks links) {
            return new FileLine(file.name(), size(file.size()), links.file(file), file.isPicture());
        }

        private static String size(long bytes) {
            DataSize size = DataSize.ofBytes(bytes);
            return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : Math.max(1, size.toKilobytes()) + " kB";
        }
    }

    /**
     * One mail of the conversation.
     *
     * @param doubt why to be careful with who seems to have written it, a word; null where all is well
     * @param text null where the mail was meant for one person alone
     * @param cut the quoted rest below it
     * @param ours whether Baton wrote it
     * @param ledgerId the mail in the ledger; null for what did not come by mail
     * @param pictures those that the mail shows within its text
     * @param moved where it went; null if it is still here, and then only this is shown
     */
    record Saying(
            String who,
            @Nullable String doubt,
            String at,
            @Nullable String subject,
            @Nullable String text,
            String cut,
            boolean ours,
            @Nullable Long ledgerId,
            List<FileLine> pictures,
            @Nullable Moved moved) {}

    /**
     * That somebody moved a mail away.
     *
     * @param to the request it belongs to now; null if to none
     */
    record Moved(String by, String at, @Nullable RequestRef to) {}
}
