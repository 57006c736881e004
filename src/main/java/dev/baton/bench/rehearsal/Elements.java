package dev.baton.bench.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What stands in the files of a piece: the names of elements, where an expression stands, and what is read at all. */
public final class Elements {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]{1,2000})}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final List<Document> files;

    private Elements(List<Document> files) {
        this.files = files;
    }

    static Elements in(Collection<byte[]> files) {
        return new Elements(files.stream()
                .map(file -> Jsoup.parse(new String(file, StandardCharsets.UTF_8), "", Parser.xmlParser()))
                .toList());
    }

    /** What the diagram calls the element; its id where it has no name. */
    public String name(String id) {
        return all().filter(element -> element.attr("id").equals(id))
                .map(element -> element.attr("name").strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(id);
    }

    /** Whether there is an element of this id. */
    boolean has(String id) {
        return all().anyMatch(element -> element.attr("id").equals(id));
    }

    /** The id of the element in which this expression stands. */
    Optional<String> holding(String expression) {
        return all().filter(element -> element.ownText().contains(expression)
                        || element.attributes().asList().stream()
                                .anyMatch(attribute -> attribute.getValue().contains(expression)))
                .flatMap(element -> Stream.concat(Stream.of(element), element.parents().stream()))
                .map(element -> element.attr("id"))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    /** The keys of the workflows that people can ask for: those whose references have a beginning. */
    List<String> workflows() {
        return all().filter(element -> element.normalName().equals("process")
                        || element.normalName().endsWith(":process"))
                .filter(process -> process.children().stream()
                        .filter(child -> child.normalName().endsWith("extensionelements"))
                        .flatMap(extensions -> extensions.getAllElements().stream())
                        .anyMatch(inner -> inner.attr("name").equals("prefix")))
                .map(process -> process.attr("id"))
                .toList();
    }

    /** The names of the files that these call: workflows and decision tables, by their keys. */
    Set<String> called() {
        Set<String> called = new TreeSet<>();
        all().forEach(element -> {
            String workflow = element.attr("calledElement").strip();
            String table = element.attr("camunda:decisionRef").strip();
            if (!workflow.isEmpty()) {
                called.add(workflow + ".bpmn");
            }
            if (!table.isEmpty()) {
                called.add(table + ".dmn");
            }
        });
        return called;
    }

    /** The words of all expressions: every variable that decides anything is among them. */
    Set<String> wordsOfExpressions() {
        Set<String> words = new HashSet<>();
        for (Document file : files) {
            Matcher expression = EXPRESSION.matcher(file.outerHtml());
            while (expression.find()) {
                addWords(expression.group(1), words);
            }
        }
        return words;
    }

    /** The words that decision tables read. */
    Set<String> wordsOfDecisions() {
        Set<String> words = new HashSet<>();
        all().filter(element -> element.normalName().equals("text")
                        || element.normalName().endsWith(":text"))
                .forEach(element -> addWords(element.ownText(), words));
        return words;
    }

    private static void addWords(String text, Set<String> words) {
        WORD.matcher(text).results().forEach(word -> words.add(word.group()));
    }

    private Stream<Element> all() {
        return files.stream().flatMap(file -> file.getAllElements().stream());
    }
}
