package dev.baton.intake.web;

import dev.baton.inbox.AttachedFile;
import dev.baton.inbox.LedgerEntry;
import dev.baton.models.Workflow;
import dev.baton.requests.Request;
import dev.baton.requests.RequestPictures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail of the ledger, ready to be read; moments are in the reader's zone.
 *
 * @param text the sender's own words, without links that are one person's alone; null until it has been read
 * @param cut quotes and signature, likewise
 * @param from the sender's name and address, as far as the mail says; null if it says nothing
 * @param sent when its sender says it was sent; null if it does not
 * @param understood what was understood of it and by what, in sentences
 * @param pictures how many pictures of the HTML are not shown; null if it has no HTML
 * @param files what came with it
 * @param inText pictures that its HTML shows in their places
 * @param made what people made of it by hand, in sentences, oldest first
 * @param seen what the reader has before their eyes, in a word
 * @param diagram where the request is that it belongs to; null if to none, or its work has not begun
 * @param acts what can be made of it
 */
record EntryView(
        LedgerEntry entry,
        @Nullable String text,
        @Nullable String cut,
        @Nullable String from,
        String received,
        @Nullable String sent,
        List<String> recipients,
        List<String> understood,
        @Nullable Integer pictures,
        List<FileLine> files,
        List<FileLine> inText,
        List<HeaderLine> headers,
        List<String> arrivals,
        List<String> made,
        String seen,
        RequestPictures.@Nullable Shown diagram,
        Acts acts) {

    /** A file that came with it, by its number among all. */
    record FileLine(int number, AttachedFile file, String size) {}

    /** A header, decoded. */
    record HeaderLine(String name, String value) {}

    /**
     * What can be made of it.
     *
     * @param workflow the one that is most likely meant
     * @param requests those that it may belong to, the likeliest first
     * @param namesSender whether somebody has to say who wrote it
     * @param answers whether its sender can be answered
     * @param discards whether it can be discarded
     */
    record Acts(
            List<Workflow> workflows,
            String workflow,
            List<Request> requests,
            boolean namesSender,
            boolean answers,
            boolean discards) {}
}
