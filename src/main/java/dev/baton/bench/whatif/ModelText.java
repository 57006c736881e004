package dev.baton.bench.whatif;

import dev.baton.bench.rehearsal.Piece;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What the files of a piece ask and set.
 *
 * @param asked expressions and decision tables, each once
 * @param set names of variables that something on the way may set
 * @param handedOn names of variables that are given to a called workflow, where they may be called otherwise
 */
record ModelText(List<Asked> asked, Set<String> set, Set<String> handedOn) {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]{1,2000}}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern LITERAL = Pattern.compile("'[^']{0,2000}'|\"[^\"]{0,2000}\"");
    private static final Set<String> SETTING =
            Set.of("camunda:resultVariable", "camunda:elementVariable", "camunda:collection", "target");

    /**
     * An expression or a decision table.
     *
     * @param text with its braces; of a table its key
     * @param words names that stand in it
     */
    record Asked(String text, boolean table, Set<String> words) {}

    static ModelText of(Piece piece) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        Set<String> set = new HashSet<>(Set.of("reply", "replyBy", "loopCounter"));
        Set<String> handedOn = new HashSet<>();
        piece.files().forEach((name, bytes) -> {
            Document file = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), "", Parser.xmlParser());
            if (name.endsWith(".dmn")) {
                tables(file).forEach(table -> asked.put(table.text(), table));
            } else {
                file.getAllElements().forEach(element -> {
                    expressions(element).forEach(text -> asked.put(text, new Asked(text, false, words(text))));
                    addSet(element, set);
                    if (element.normalName().equals("camunda:in")) {
                        handedOn.add(element.attr("source"));
                    }
                });
            }
        });
        return new ModelText(List.copyOf(asked.values()), Set.copyOf(set), Set.copyOf(handedOn));
    }

    private static Stream<Asked> tables(Document file) {
        Set<String> words = file.getAllElements().stream()
                .filter(element -> local(element).equals("text"))
                .flatMap(element -> words(element.wholeOwnText()).stream())
                .collect(Collectors.toSet());
        return file.getAllElements().stream()
                .filter(element -> local(element).equals("decision"))
                .map(decision -> new Asked(decision.attr("id"), true, words));
    }

    private static Stream<String> expressions(Element element) {
        return Stream.concat(
                        Stream.of(element.wholeOwnText()),
                        element.attributes().asList().stream().map(Attribute::getValue))
                .flatMap(text -> EXPRESSION.matcher(text).results().map(found -> found.group()));
    }

    private static Set<String> words(String text) {
        return WORD.matcher(LITERAL.matcher(text).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static void addSet(Element element, Set<String> set) {
        SETTING.stream().map(element::attr).filter(name -> !name.isEmpty()).forEach(set::add);
        switch (element.normalName()) {
            case "camunda:inputparameter", "camunda:outputparameter" -> set.add(element.attr("name"));
            case "camunda:formfield" -> {
                if (element.parents().stream().noneMatch(parent -> local(parent).equals("startevent"))) {
                    set.add(element.attr("id"));
                }
            }
            case "camunda:property" -> {
                if (element.attr("name").equals("result")) {
                    set.add(element.attr("value"));
                    set.add(element.attr("value") + "Comment");
                }
            }
            default -> {
                if (local(element).equals("usertask")) {
                    set.add("outcome");
                    set.add("outcomeComment");
                }
            }
        }
    }

    private static String local(Element element) {
        String name = element.normalName();
        return name.substring(name.indexOf(':') + 1);
    }

    /** Whether a condition, a decision table or anything else reads a variable of this name. */
    boolean reads(String name) {
        return handedOn.contains(name)
                || asked.stream().anyMatch(each -> each.words().contains(name));
    }

    /** Those of the variables set on the way that anything reads. */
    Set<String> readOfThoseSet() {
        return set.stream().filter(this::reads).collect(Collectors.toSet());
    }
}
