package dev.baton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Reads an expression without running it. */
final class ExpressionReader {

    /** What may be asked of a text or a list; whatever else is called must belong to one of our names. */
    private static final Set<String> PLAIN_QUESTIONS =
            Set.of("size", "isEmpty", "contains", "length", "toLowerCase", "startsWith");

    private static final Builder BUILDER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private ExpressionReader() {}

    /** Whether the text has an expression in it at all. */
    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** @throws TreeBuilderException if the text cannot be parsed */
    static Parsed read(String text) {
        Tree tree = BUILDER.build(text);
        List<Node> nodes = new ArrayList<>();
        collect(tree.getRoot(), nodes);
        return new Parsed(
                StreamSupport.stream(tree.getIdentifierNodes().spliterator(), false)
                        .map(IdentifierNode::getName)
                        .distinct()
                        .toList(),
                nodes.stream().flatMap(ExpressionReader::briefField).distinct().toList(),
                nodes.stream().flatMap(ExpressionReader::forbidden).distinct().toList());
    }

    /**
     * @param names what it reads
     * @param briefFields the fields it reads of the brief
     * @param forbidden what it calls and must not
     */
    record Parsed(List<String> names, List<String> briefFields, List<String> forbidden) {}

    private static void collect(Node node, List<Node> nodes) {
        nodes.add(node);
        IntStream.range(0, node.getCardinality()).forEach(i -> collect(node.getChild(i), nodes));
    }

    private static Stream<String> briefField(Node node) {
        return node instanceof AstDot && isName(node.getChild(0), "brief") ? Stream.of(property(node)) : Stream.empty();
    }

    private static Stream<String> forbidden(Node node) {
        if (node instanceof AstFunction function) {
            return Stream.of(function.getName() + "()");
        }
        if (node instanceof AstDot && property(node).equals("class")) {
            return Stream.of("class");
        }
        if (node instanceof AstMethod method && !allowed(method)) {
            Node called = method.getChild(0);
            return Stream.of((called instanceof AstDot ? property(called) : called.toString()) + "()");
        }
        return Stream.empty();
    }

    private static boolean allowed(AstMethod method) {
        Node called = method.getChild(0);
        if (called instanceof AstBracket || !(called instanceof AstDot)) {
            return false;
        }
        return PLAIN_QUESTIONS.contains(property(called))
                || Vocabulary.NAMES.stream().anyMatch(name -> isName(called.getChild(0), name));
    }

    private static boolean isName(Node node, String name) {
        return node instanceof AstIdentifier identifier && identifier.getName().equals(name);
    }

    /** A dot prints itself as {@code ". property"}. */
    private static String property(Node dot) {
        return dot.toString().substring(1).strip();
    }
}
