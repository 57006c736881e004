package dev.baton.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A piece of a YAML file that knows its line; what does not fit is put on the list of findings and left out. */
final class YamlPart {

    /** What has to be mended at a line; the text of it is in the messages under the code. */
    record Flaw(int line, String code, Object... arguments) {}

    private final Node node;
    private final List<Flaw> flaws;

    YamlPart(Node node, List<Flaw> flaws) {
        this.node = node;
        this.flaws = flaws;
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    void flaw(String code, Object... arguments) {
        flaws.add(new Flaw(line(), code, arguments));
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** The entries of a mapping in the order of the file; keys outside the allowed ones and second ones are flaws. */
    Map<String, YamlPart> entries(String... allowed) {
        Map<String, YamlPart> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            flaw("not-a-mapping", shown());
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            YamlPart key = new YamlPart(tuple.getKeyNode(), flaws);
            String name = key.scalar();
            if (name == null) {
                key.flaw("not-a-text", key.shown());
            } else if (allowed.length > 0 && !List.of(allowed).contains(name)) {
                key.flaw("unknown-key", name, String.join(", ", allowed));
            } else if (entries.putIfAbsent(name, new YamlPart(tuple.getValueNode(), flaws)) != null) {
                key.flaw("twice", name);
            }
        }
        return entries;
    }

    /** The items of a list; a single text counts as a list of one. */
    List<YamlPart> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new YamlPart(item, flaws))
                    .toList();
        }
        return scalar() == null ? notAList() : List.of(this);
    }

    /** What the text means; a text that means nothing is a flaw with this code. */
    <T> Optional<T> read(String code, Function<String, Optional<T>> meaning) {
        String text = scalar();
        Optional<T> read = text == null ? Optional.empty() : meaning.apply(text.strip());
        if (read.isEmpty()) {
            flaw(code, shown());
        }
        return read;
    }

    /** The items that mean something. */
    <T> List<T> readAll(String code, Function<String, Optional<T>> meaning) {
        List<T> read = new ArrayList<>();
        items().forEach(item -> item.read(code, meaning).ifPresent(read::add));
        return read;
    }

    Optional<String> text() {
        return read("not-a-text", text -> text.isEmpty() ? Optional.empty() : Optional.of(text));
    }

    private List<YamlPart> notAList() {
        flaw("not-a-list", shown());
        return List.of();
    }

    private @Nullable String scalar() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private String shown() {
        String text = scalar();
        return text == null ? "…" : text;
    }
}
