package dev.baton.web;

import java.util.List;

/**
 * What the layout shows around a page.
 *
 * @param framed whether there is anything around the page at all; pages behind a signed link stand alone
 * @param name who is signed in; empty if nobody is
 * @param menu where this person may go
 * @param here the part of the pages this page belongs to, such as {@code /my}; empty if to none
 * @param signInOffered whether the page offers to sign in
 */
record Shell(boolean framed, String name, List<Area> menu, String here, boolean signInOffered) {

    static final Shell BARE = new Shell(false, "", List.of(), "", false);
}
