package dev.baton.models;

/** One thing that a model must get right. Rules know nothing of each other and may meet any model that can be read. */
interface Rule {

    /** The short name that findings carry; its sentences are in {@code messages/models.properties} under it. */
    String name();

    void check(Model model, Findings findings);
}
