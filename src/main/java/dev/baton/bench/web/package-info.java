/** The pages of the bench. */
@NullMarked
package dev.baton.bench.web;

import org.jspecify.annotations.NullMarked;
