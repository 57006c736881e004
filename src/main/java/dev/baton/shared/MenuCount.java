package dev.baton.shared;

/** Says how much waits for somebody behind an entry of the menu. Whose page it is brings one; the menu shows it. */
public interface MenuCount {

    /** More than this is shown as "more than". */
    int MOST = 99;

    /** The address of the menu's entry, such as {@code /ledger}. */
    String path();

    /** How much waits for the person with this address; counted to one more than {@link #MOST} at most. */
    int waitingFor(EmailAddress person);
}
