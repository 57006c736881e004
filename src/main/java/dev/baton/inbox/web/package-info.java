/** The ledger over the API and as pages. */
@NullMarked
package dev.baton.inbox.web;

import org.jspecify.annotations.NullMarked;
