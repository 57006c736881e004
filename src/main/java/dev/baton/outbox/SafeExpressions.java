package dev.baton.outbox;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.BooleanLiteral;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.Elvis;
import org.springframework.expression.spel.ast.Indexer;
import org.springframework.expression.spel.ast.IntLiteral;
import org.springframework.expression.spel.ast.LongLiteral;
import org.springframework.expression.spel.ast.NullLiteral;
import org.springframework.expression.spel.ast.OpAnd;
import org.springframework.expression.spel.ast.OpEQ;
import org.springframework.expression.spel.ast.OpGE;
import org.springframework.expression.spel.ast.OpGT;
import org.springframework.expression.spel.ast.OpLE;
import org.springframework.expression.spel.ast.OpLT;
import org.springframework.expression.spel.ast.OpMinus;
import org.springframework.expression.spel.ast.OpNE;
import org.springframework.expression.spel.ast.OpOr;
import org.springframework.expression.spel.ast.OpPlus;
import org.springframework.expression.spel.ast.OperatorNot;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.RealLiteral;
import org.springframework.expression.spel.ast.StringLiteral;
import org.springframework.expression.spel.ast.Ternary;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * What stands in <code>${…}</code> of a mail template. Templates are written by process owners, not by programmers of
 * ours, so an expression can name fields, compare and join them, and nothing else: no call, no type, no constructor, no
 * bean, no assignment. Both nets hold alone: only the listed kinds of nodes are parsed, and the evaluation context
 * resolves nothing but {@link ModelFields}.
 */
@Component
final class SafeExpressions implements IStandardVariableExpressionEvaluator {

    private static final Set<Class<? extends SpelNode>> ALLOWED = Set.of(
            PropertyOrFieldReference.class,
            CompoundExpression.class,
            Indexer.class,
            StringLiteral.class,
            IntLiteral.class,
            LongLiteral.class,
            RealLiteral.class,
            BooleanLiteral.class,
            NullLiteral.class,
            OpEQ.class,
            OpNE.class,
            OpGT.class,
            OpGE.class,
            OpLT.class,
            OpLE.class,
            OpAnd.class,
            OpOr.class,
            OperatorNot.class,
            OpPlus.class,
            OpMinus.class,
            Ternary.class,
            Elvis.class);
    private static final int LONGEST = 500;

    /** Expressions of one mail, each turn of {@code th:each} counted; turns within turns would never end. */
    private static final int MOST_EVALUATED = 20_000;

    /** The variable that counts them; no expression can say its name. */
    static final String EVALUATED = "so many are evaluated";

    private static final int MOST_KEPT = 5_000;

    private final SpelExpressionParser parser = new SpelExpressionParser();
    private final EvaluationContext context =
            SimpleEvaluationContext.forPropertyAccessors(new ModelFields()).build();
    private final Map<String, Expression> parsed = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object evaluate(
            IExpressionContext template,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext how) {
        if (template.getVariable(EVALUATED) instanceof AtomicInteger evaluated
                && evaluated.incrementAndGet() > MOST_EVALUATED) {
            throw new TemplateFault("outbox.template.endless");
        }
        Object root = template;
        if (expression.getUseSelectionAsRoot()
                && template instanceof ITemplateContext inner
                && inner.hasSelectionTarget()) {
            root = inner.getSelectionTarget();
        }
        Object value = parse(expression.getExpression()).getValue(context, root);
        return how.getPerformTypeConversion() && value != null ? value.toString() : value;
    }

    /** @throws TemplateFault if the text is no expression, or does more than name, compare and join */
    Expression parse(String text) {
        Expression known = parsed.get(text);
        if (known != null) {
            return known;
        }
        Expression made = parsedNow(text);
        if (parsed.size() < MOST_KEPT) {
            parsed.put(text, made);
        }
        return made;
    }

    private Expression parsedNow(String text) {
        if (text.length() > LONGEST) {
            throw new TemplateFault("outbox.template.expression-long", LONGEST);
        }
        try {
            SpelExpression expression = parser.parseRaw(text);
            refuseMore(expression.getAST(), text);
            return expression;
        } catch (ParseException | IllegalStateException notAnExpression) {
            throw new TemplateFault("outbox.template.expression-unreadable", text);
        }
    }

    private static void refuseMore(SpelNode node, String text) {
        if (!ALLOWED.contains(node.getClass())) {
            throw new TemplateFault("outbox.template.expression-refused", text, node.toStringAST());
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            refuseMore(node.getChild(i), text);
        }
    }
}
