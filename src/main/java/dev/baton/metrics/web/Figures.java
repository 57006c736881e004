package dev.baton.metrics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All numbers of an answer as a table, each called as the API calls it: {@code lateRate.current}. */
@Component
class Figures {

    private static final List<String> COLUMNS = List.of(
            "metrics.csv.number",
            "metrics.csv.value",
            "metrics.csv.numerator",
            "metrics.csv.denominator",
            "metrics.csv.low",
            "metrics.csv.high",
            "metrics.csv.few");
    private static final String RANGE = "Range";

    private final JsonMapper json;

    Figures(JsonMapper json) {
        this.json = json;
    }

    /** @param numbers measures and what is made of measures */
    CsvTable of(String name, Object numbers) {
        JsonNode all = json.valueToTree(numbers);
        return new CsvTable(name, COLUMNS, each -> add("", all, each::accept));
    }

    private interface Rows {
        void add(List<@Nullable Object> row);
    }

    private static void add(String name, JsonNode node, Rows rows) {
        if (node.has("denominator")) {
            rows.add(CsvTable.row(
                    name,
                    number(node.path("value")),
                    number(node.path("numerator")),
                    number(node.path("denominator")),
                    number(node.path("low")),
                    number(node.path("high")),
                    few(node)));
            return;
        }
        node.properties().forEach(part -> {
            String called = name.isEmpty() ? part.getKey() : name + "." + part.getKey();
            JsonNode value = part.getValue();
            if (value.isObject() && !part.getKey().endsWith(RANGE)) {
                add(called, value, rows);
            } else if (value.isNumber() || node.has(part.getKey() + RANGE)) {
                JsonNode range = node.path(part.getKey() + RANGE);
                rows.add(CsvTable.row(
                        called,
                        number(value),
                        null,
                        null,
                        number(range.path("low")),
                        number(range.path("high")),
                        few(node)));
            }
        });
    }

    private static @Nullable Object few(JsonNode node) {
        return node.has("tooFew") ? node.path("tooFew").asBoolean() : null;
    }

    private static @Nullable Number number(JsonNode value) {
        return value.isNumber() ? value.numberValue() : null;
    }
}
