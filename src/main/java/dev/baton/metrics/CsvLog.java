package dev.baton.metrics;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/** Event logs as tables: a heading, then a row for each event, with commas, semicolons, tabs or bars between. */
final class CsvLog implements EventLog {

    private static final List<String> CASE =
            List.of("case:concept:name", "case_id", "caseid", "case", "patient", "ticket", "issue", "request", "id");
    private static final List<String> ACTIVITY =
            List.of("concept:name", "activity", "activity_name", "event", "step", "task", "handling");
    private static final List<String> TIME = List.of(
            "time:timestamp",
            "timestamp",
            "time",
            "start",
            "start_time",
            "started",
            "date",
            "created",
            "complete_time");
    private static final List<String> LIFECYCLE =
            List.of("lifecycle:transition", "lifecycle", "transition", "registration_type", "status");

    private static final int HEADING = 64 * 1024;
    private static final int LONGEST_ACTIVITY = 255;

    @Override
    public void read(InputStream log, LogLayout layout, Reading reading) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                log,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            withoutMark(text);
            OneRecord records = new OneRecord(text);
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter(text))
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .setAllowMissingColumnNames(true)
                    .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                    .get();
            try (CSVParser rows =
                    CSVParser.builder().setReader(records).setFormat(format).get()) {
                read(rows, records, layout, reading);
            }
        } catch (CharacterCodingException notUtf8) {
            throw new BadLogException("encoding");
        }
    }

    private static void read(CSVParser rows, OneRecord records, LogLayout layout, Reading reading) throws IOException {
        Columns columns = new Columns(rows.getHeaderNames(), layout);
        LogTimes times = new LogTimes(layout.zone());
        var each = rows.iterator();
        try {
            while (each.hasNext()) {
                records.next();
                read(each.next(), (int) rows.getCurrentLineNumber(), columns, times, reading);
            }
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CharacterCodingException notUtf8) {
                throw notUtf8;
            }
            reading.problem(LogProblem.at(rows.getCurrentLineNumber(), null, "row"));
        }
    }

    private static void read(CSVRecord record, int row, Columns columns, LogTimes times, Reading reading) {
        RowReader cells = new RowReader(record, row, times, reading);
        String caseId = cells.text(columns.caseId);
        String activity = cells.text(columns.activity);
        Instant at = cells.time(columns.time, false, true);
        Instant ended = cells.time(columns.end, false, false);
        Instant due = cells.time(columns.due, true, false);
        String transition = columns.lifecycle == null ? "" : cells.raw(columns.lifecycle);
        Optional<LoggedEvent.Kind> kind = LoggedEvent.Kind.of(transition);
        if (kind.isEmpty()) {
            cells.wrong(columns.lifecycle, "lifecycle", transition);
        }
        if (activity.length() > LONGEST_ACTIVITY) {
            cells.wrong(columns.activity, "long");
        }
        if (at != null && ended != null && ended.isBefore(at)) {
            cells.wrong(columns.end, "end-before-start");
        }
        if (cells.right && at != null && kind.isPresent()) {
            reading.event(new LoggedEvent(
                    row, caseId, activity, at, kind.get(), ended, due, String.join("\u0000", record.values())));
        }
    }

    /** What is read from one row, and whether all of it is right. */
    private static final class RowReader {

        private final CSVRecord record;
        private final int row;
        private final LogTimes times;
        private final Reading reading;
        private boolean right = true;

        RowReader(CSVRecord record, int row, LogTimes times, Reading reading) {
            this.record = record;
            this.row = row;
            this.times = times;
            this.reading = reading;
        }

        void wrong(@Nullable Column column, String key, String... words) {
            right = false;
            reading.problem(LogProblem.at(row, column == null ? null : column.name, key, words));
        }

        String raw(Column column) {
            return column.place < record.size() ? record.get(column.place) : "";
        }

        String text(Column column) {
            String text = raw(column).strip();
            if (text.isEmpty()) {
                wrong(column, "empty");
            }
            return text;
        }

        @Nullable
        Instant time(@Nullable Column column, boolean endOfDay, boolean needed) {
            if (column == null || (!needed && raw(column).isBlank())) {
                return null;
            }
            try {
                return times.read(raw(column), endOfDay);
            } catch (LogTimes.Unreadable why) {
                wrong(column, why.key(), raw(column));
                return null;
            }
        }
    }

    private record Column(int place, String name) {}

    /** Where in a row each thing stands. */
    private static final class Columns {

        final Column caseId;
        final Column activity;
        final Column time;
        final @Nullable Column lifecycle;
        final @Nullable Column end;
        final @Nullable Column due;

        private final List<String> headings;

        Columns(List<String> headings, LogLayout layout) {
            this.headings = headings;
            caseId = needed("case", layout.caseColumn(), CASE);
            activity = needed("activity", layout.activity(), ACTIVITY);
            time = needed("time", layout.time(), TIME);
            lifecycle = optional("lifecycle", layout.lifecycle(), LIFECYCLE);
            end = optional("end", layout.end(), List.of());
            due = optional("due", layout.due(), List.of());
        }

        private Column needed(String what, @Nullable String said, List<String> usual) {
            Column found = optional(what, said, usual);
            if (found == null) {
                throw new BadLogException("no-column", what, list());
            }
            return found;
        }

        private @Nullable Column optional(String what, @Nullable String said, List<String> usual) {
            if (said != null) {
                return place(said).orElseThrow(() -> new BadLogException("column", what, said, list()));
            }
            return usual.stream()
                    .flatMap(name -> place(name).stream())
                    .findFirst()
                    .orElse(null);
        }

        private Optional<Column> place(String name) {
            for (int i = 0; i < headings.size(); i++) {
                if (headings.get(i)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(name.strip().toLowerCase(Locale.ROOT))) {
                    return Optional.of(new Column(i, headings.get(i)));
                }
            }
            return Optional.empty();
        }

        private String list() {
            return String.join(", ", headings.subList(0, Math.min(headings.size(), 40)));
        }
    }

    private static void withoutMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    /** What stands most often between the headings. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(HEADING);
        int[] counts = new int[4];
        boolean quoted = false;
        int read = 0;
        for (int c = text.read(); c >= 0 && ++read < HEADING && (quoted || c != '\n'); c = text.read()) {
            quoted ^= c == '"';
            int which = quoted ? -1 : ",;\t|".indexOf(c);
            if (which >= 0) {
                counts[which]++;
            }
        }
        text.reset();
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return ",;\t|".charAt(most);
    }

    /** Refuses a row that never ends, such as one with a quote that is never closed, before it fills the memory. */
    private static final class OneRecord extends FilterReader {

        private static final int LONGEST = 4 * 1024 * 1024;

        private int length;

        OneRecord(Reader text) {
            super(text);
        }

        void next() {
            length = 0;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(char[] buffer, int offset, int most) throws IOException {
            int read = super.read(buffer, offset, most);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            length += Math.max(0, read);
            if (length > LONGEST) {
                throw new IOException("A row of more than " + LONGEST + " characters");
            }
        }
    }
}
