package dev.baton.people;

/** What a person may see and do; every page and call asks for one of these. */
public enum Role {
    /** Own tasks and own requests. Everybody in the people file is one. */
    PARTICIPANT,
    /** Own workflows: requests and numbers; and all models, since they are made of one another. */
    OWNER,
    /** All numbers, read only. */
    LEADER,
    /** Everything. */
    ADMIN
}
