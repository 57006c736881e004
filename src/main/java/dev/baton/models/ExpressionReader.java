package dev.baton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
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

    /** Brackets in brackets that anybody could read is a third of that. */
    private static final int DEEPEST = 30;

    private ExpressionReader() {}

    /** Whether the text has an expression in it at all. */
    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** @throws TreeBuilderException if the text cannot be parsed */
    static Parsed read(String text) {
        if (isFoldedTooDeep(text)) {
            throw new TreeBuilderException(text, 0, "too many brackets in brackets", "", "");
        }
        Tree tree = BUILDER.build(text);
        List<Node> nodes = new ArrayList<>();
        collect(tree.getRoot(), nodes);
        return new Parsed(
                StreamSupport.stream(tree.getIdentifierNodes().spliterator(), false)
                        .map(IdentifierNode::getName)
                        .distinct()
                        .toList(),
                nodes.stream()
                        .flatMap(node -> fieldOf("brief", node))
                        .distinct()
                        .toList(),
                nodes.stream().flatMap(ExpressionReader::forbidden).distinct().toList(),
                nodes.stream()
                        .flatMap(node -> fieldOf("votes", node))
                        .distinct()
                        .toList(),
                nodes.stream().flatMap(ExpressionReader::comparison).toList(),
                bare(nodes));
    }

    /** The names that the text reads as an expression; none if it cannot be parsed. */
    static List<String> names(String text) {
        try {
            return read(text).names();
        } catch (TreeBuilderException unreadable) {
            return List.of();
        }
    }

    /** Whether the parser, which goes down into each bracket and each sign before a value, would not come up again. */
    private static boolean isFoldedTooDeep(String text) {
        int open = 0;
        int signs = 0;
        for (char sign : text.toCharArray()) {
            open += sign == '(' || sign == '[' ? 1 : sign == ')' || sign == ']' ? -1 : 0;
            signs = sign == '!' || sign == '-' || sign == '?' ? signs + 1 : signs;
            if (open > DEEPEST || signs > DEEPEST * 4) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param names what it reads
     * @param briefFields the fields it reads of the brief
     * @param forbidden what it calls and must not
     * @param votes the outcomes whose votes it counts
     * @param comparisons where a variable or field is held against a text
     * @param otherwise the variables and fields that it reads in any other way
     */
    record Parsed(
            List<String> names,
            List<String> briefFields,
            List<String> forbidden,
            List<String> votes,
            List<Comparison> comparisons,
            List<String> otherwise) {}

    /**
     * A variable, or a field of the brief, held against a text.
     *
     * @param isEqual whether it asks for the same, not for another
     */
    record Comparison(String variable, String text, boolean isEqual) {}

    /** The text as an expression; nothing if it is none or cannot be parsed, which another rule says. */
    static Optional<Parsed> readable(String text) {
        try {
            return isExpression(text) ? Optional.of(read(text)) : Optional.empty();
        } catch (TreeBuilderException unreadable) {
            return Optional.empty();
        }
    }

    private static void collect(Node node, List<Node> nodes) {
        nodes.add(node);
        IntStream.range(0, node.getCardinality()).forEach(i -> collect(node.getChild(i), nodes));
    }

    private static Stream<String> fieldOf(String name, Node node) {
        return node instanceof AstDot && isName(node.getChild(0), name) ? Stream.of(property(node)) : Stream.empty();
    }

    private static Stream<Comparison> comparison(Node node) {
        if (!(node instanceof AstBinary binary)
                || (binary.getOperator() != AstBinary.EQ && binary.getOperator() != AstBinary.NE)) {
            return Stream.empty();
        }
        boolean isEqual = binary.getOperator() == AstBinary.EQ;
        return Stream.concat(
                comparison(node.getChild(0), node.getChild(1), isEqual),
                comparison(node.getChild(1), node.getChild(0), isEqual));
    }

    private static Stream<Comparison> comparison(Node read, Node text, boolean isEqual) {
        return text instanceof AstString literal
                ? variable(read).map(name -> new Comparison(name, String.valueOf(literal.eval(null, null)), isEqual))
                : Stream.empty();
    }

    private static Stream<String> variable(Node node) {
        return node instanceof AstIdentifier identifier ? Stream.of(identifier.getName()) : fieldOf("brief", node);
    }

    /** What is read other than to hold it against a text. */
    private static List<String> bare(List<Node> nodes) {
        List<String> read = new ArrayList<>(
                nodes.stream().flatMap(ExpressionReader::variable).toList());
        nodes.stream().flatMap(ExpressionReader::comparison).forEach(found -> read.remove(found.variable()));
        return read.stream().distinct().toList();
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
