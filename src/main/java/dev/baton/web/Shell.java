package dev.baton.web;

import java.util.List;
import java.util.Map;

/**
 * What the layout shows around a page.
 *
 * @param framed whether there is anything around the page at all; pages behind a signed link stand alone
 * @param name who is signed in; empty if nobody is
 * @param menu where this person may go
 * @param waiting how much waits behind a part of the menu, by its address; what nothing waits behind is not there
 * @param here the part of the pages this page belongs to, such as {@code /my}; empty if to none
 * @param signInOffered whether the page offers to sign in
 */
record Shell(
        boolean framed, String name, List<Area> menu, Map<String, String> waiting, String here, boolean signInOffered) {

    static final Shell BARE = new Shell(false, "", List.of(), Map.of(), "", false);
}
