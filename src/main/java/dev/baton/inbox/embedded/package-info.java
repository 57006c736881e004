/** The mail server of the embedded start, and the page that shows all its mailboxes. Not in the jar's classpath. */
@NullMarked
package dev.baton.inbox.embedded;

import org.jspecify.annotations.NullMarked;
