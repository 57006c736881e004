package dev.baton.models;

import java.util.stream.Stream;

/** What goes several ways at once comes together again: nothing waits for ever, and nothing is done twice. */
final class JoinsMeet implements Rule {

    @Override
    public String name() {
        return "joins";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Stream.concat(model.processes(), model.nodes().filter(Flow::holdsSteps)).forEach(scope -> {
            Tokens tokens = new Tokens(model.flow(), scope);
            tokens.stuck().forEach(gateway -> findings.error(gateway, "stuck", gateway.label()));
            tokens.doubled().stream()
                    .filter(node -> !node.name().equals("endEvent"))
                    .forEach(node -> findings.warning(node, "twice", node.label()));
        });
    }
}
