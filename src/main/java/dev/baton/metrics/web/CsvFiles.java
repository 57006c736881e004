package dev.baton.metrics.web;

import dev.baton.metrics.Baseline;
import dev.baton.metrics.Question;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/**
 * Gives tables as CSV (RFC 4180) in UTF-8, so that spreadsheets and programs read the same (docs/decisions/0096).
 *
 * <p>Instants are written as ISO 8601 in UTC, lengths in seconds, numbers without grouping. Each row ends with the
 * moment that was looked back from and the zone in which days begin. A text that a spreadsheet would take for a formula
 * gets an apostrophe in front; numbers, negative ones too, stay as they are.
 */
@Component
class CsvFiles {

    /** By which spreadsheets know that a file is in UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9]+");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_WORD = 40;

    private final MessageSource messages;

    CsvFiles(MessageSource messages) {
        this.messages = messages;
    }

    /** Gives the table that answers this question; the file's name says which question that was. */
    void give(CsvTable table, Question question, HttpServletResponse response) throws IOException {
        ZoneId zone = question.zone();
        Set<String> workflows = question.scope().workflows();
        Baseline log = question.baseline();
        String about = Stream.of(
                        Stream.of(table.name()),
                        Stream.ofNullable(log).map(Baseline::name),
                        workflows != null && workflows.size() == 1 ? workflows.stream() : Stream.<String>empty(),
                        Stream.ofNullable(question.scope().campaign()),
                        Stream.of(LocalDate.ofInstant(question.period().from(), zone)
                                + "-to-"
                                + LocalDate.ofInstant(question.period().to(), zone)))
                .flatMap(words -> words)
                .map(CsvFiles::plain)
                .collect(Collectors.joining("_"));
        give(table, about, question.asOf(), zone, response);
    }

    /**
     * Gives a table that answers no question.
     *
     * @param about what the file is called, beside the moment
     */
    void give(CsvTable table, String about, Instant asOf, ZoneId zone, HttpServletResponse response)
            throws IOException {
        Path file = Files.createTempFile("baton-table", ".csv");
        try {
            write(table, asOf, zone, file);
            response.setContentType("text/csv;charset=UTF-8");
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename("baton-" + about + "_as-of-" + MOMENT.format(asOf) + ".csv")
                            .build()
                            .toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private static String plain(String word) {
        String plain = NOT_IN_NAMES.matcher(word).replaceAll("-");
        return plain.substring(0, Math.min(LONGEST_WORD, plain.length()));
    }

    /** Whole before any of it is sent: a file that broke off would look like one with fewer rows. */
    private void write(CsvTable table, Instant asOf, ZoneId zone, Path file) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            text.append(BYTE_ORDER_MARK);
            CSVPrinter rows = new CSVPrinter(text, CSVFormat.RFC4180);
            rows.printRecord(headings(table.columns()));
            Consumer<List<@Nullable Object>> print = cells -> print(cells, asOf, zone, rows);
            table.rows().each(print);
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
    }

    private List<String> headings(List<String> columns) {
        return Stream.concat(columns.stream(), Stream.of("metrics.csv.as-of", "metrics.csv.zone"))
                .map(key -> Optional.ofNullable(messages.getMessage(key + ".csv", null, null, Locale.ENGLISH))
                        .orElseGet(() -> messages.getMessage(key, null, Locale.ENGLISH)))
                .toList();
    }

    private static void print(List<@Nullable Object> cells, Instant asOf, ZoneId zone, CSVPrinter rows) {
        List<String> texts = new ArrayList<>(cells.size() + 2);
        cells.forEach(cell -> texts.add(text(cell)));
        texts.add(asOf.toString());
        texts.add(zone.getId());
        try {
            rows.printRecord(texts);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Duration length) {
            return number(BigDecimal.valueOf(length.toMillis(), 3));
        }
        if (cell instanceof Number number) {
            return number(new BigDecimal(number.toString()));
        }
        String text = cell.toString();
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
