package dev.baton.metrics.web;

/** The pages of numbers, in the order in which they are offered. */
enum View {
    OVERVIEW(""),
    CAMPAIGNS("campaigns"),
    DEADLINES("deadlines"),
    BLOCKERS("blockers"),
    WORKLOAD("workload"),
    SCATTER("scatter"),
    AGEING("ageing"),
    FLOW("flow"),
    CONTROL("control"),
    HEAT_MAP("heat-map"),
    SIGNS("signs"),
    FORECASTS("forecasts"),
    WEEKLY("weekly"),
    BASELINES("baselines");

    private final String word;

    View(String word) {
        this.word = word;
    }

    /** Its address without the question. */
    public String path() {
        return word.isEmpty() ? "/dashboard" : "/dashboard/" + word;
    }

    /** Where its name stands among the messages. */
    public String label() {
        return "metrics.view." + (word.isEmpty() ? "overview" : word);
    }
}
