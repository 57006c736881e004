/** The outbox as a page. */
@NullMarked
package dev.baton.outbox.web;

import org.jspecify.annotations.NullMarked;
