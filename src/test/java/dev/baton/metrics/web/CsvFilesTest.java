package dev.baton.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.metrics.Period;
import dev.baton.metrics.Question;
import dev.baton.metrics.Scope;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Tables as files, read back. */
class CsvFilesTest {

    private static final Instant NOW = Instant.parse("2026-03-12T10:00:30Z");

    private final CsvFiles files = new CsvFiles(headings());

    private static StaticMessageSource headings() {
        StaticMessageSource messages = new StaticMessageSource();
        List.of("a", "b").forEach(key -> messages.addMessage(key, Locale.ENGLISH, "Column " + key));
        messages.addMessage("b.csv", Locale.ENGLISH, "Column b (seconds)");
        messages.addMessage("metrics.csv.as-of", Locale.ENGLISH, "As of");
        messages.addMessage("metrics.csv.zone", Locale.ENGLISH, "Zone");
        return messages;
    }

    @Test
    void aFileIsUtf8ForSpreadsheetsWithHeadingsAndTheQuestionsMomentAndZone() throws Exception {
        MockHttpServletResponse response = given(CsvTable.row("Grüße, \"alle\"\nzusammen", null));

        byte[] bytes = response.getContentAsByteArray();
        assertThat(bytes).startsWith((byte) 0xEF, (byte) 0xBB, (byte) 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8).substring(1))
                .isEqualTo("Column a,Column b (seconds),As of,Zone\r\n"
                        + "\"Grüße, \"\"alle\"\"\nzusammen\",,2026-03-12T10:00:30Z,Europe/Berlin\r\n");
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getContentLength()).isEqualTo(bytes.length);
    }

    @Test
    void itsNameSaysWhatWasAsked() throws Exception {
        assertThat(given(CsvTable.row("", "")).getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"baton-late-work_poster_Fairs-shows-_2026-03-01-to-2026-03-12"
                        + "_as-of-2026-03-12T100030Z.csv\"");
    }

    @Test
    void timesAreInstantsAndLengthsSecondsAndNumbersPlain() throws Exception {
        assertThat(cells(CsvTable.row(Instant.parse("2026-03-29T01:30:00Z"), Duration.ofMillis(90_061_500))))
                .containsExactly("2026-03-29T01:30:00Z", "90061.5");
        assertThat(cells(CsvTable.row(1234567, -0.25))).containsExactly("1234567", "-0.25");
        assertThat(cells(CsvTable.row(1e-7, 123456789012.0))).containsExactly("0.0000001", "123456789012");
        assertThat(cells(CsvTable.row(new BigDecimal("0.00"), true))).containsExactly("0", "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://elsewhere.example\")",
                "+49 30 1234567",
                "-2+3",
                "--1",
                "-",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "=a\nb"
            })
    void whatASpreadsheetWouldTakeForAFormulaIsText(String text) throws Exception {
        assertThat(cells(CsvTable.row(text, "x"))).containsExactly("'" + text, "x");
    }

    @ParameterizedTest
    @CsvSource({"-5", "-12.50", "+3", "5-3", "a=b", "'', ''", "'''=1'", "user@example.com"})
    void whatIsNoFormulaStaysAsItIs(String text) throws Exception {
        assertThat(cells(CsvTable.row(text, -5L))).containsExactly(text, "-5");
    }

    @Test
    void allRowsAreWrittenHoweverMany() throws Exception {
        CsvTable many = CsvTable.of(
                "many", List.of("a", "b"), IntStream.range(0, 50_000).boxed().toList(), row -> CsvTable.row(row, null));
        MockHttpServletResponse response = new MockHttpServletResponse();
        files.give(many, question(), response);

        assertThat(read(response))
                .hasSize(50_001)
                .last()
                .satisfies(row -> assertThat(row.get(0)).isEqualTo("49999"));
    }

    @Test
    void whatCannotBeReadToItsEndIsNotSentInPart() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        CsvTable broken = new CsvTable("broken", List.of("a", "b"), each -> {
            each.accept(CsvTable.row("one", "row"));
            throw new IllegalStateException("the database is gone");
        });

        assertThatThrownBy(() -> files.give(broken, question(), response)).hasMessage("the database is gone");
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeader("Content-Disposition")).isNull();
    }

    private MockHttpServletResponse given(List<Object> row) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        files.give(CsvTable.of("late-work", List.of("a", "b"), List.of(row), cells -> cells), question(), response);
        return response;
    }

    private List<String> cells(List<Object> row) throws Exception {
        return read(given(row)).get(1).toList().subList(0, 2);
    }

    private static List<CSVRecord> read(MockHttpServletResponse response) throws Exception {
        String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8).substring(1);
        return CSVParser.parse(new StringReader(text), CSVFormat.RFC4180).getRecords();
    }

    private static Question question() {
        return new Question(
                Scope.of("poster").ofCampaign("Fairs & shows!"),
                new Period(Instant.parse("2026-02-28T23:00:00Z"), NOW),
                NOW,
                ZoneId.of("Europe/Berlin"),
                true);
    }
}
