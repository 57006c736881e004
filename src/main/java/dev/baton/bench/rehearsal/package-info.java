/**
 * Rehearsals: a workflow is played through by the real parts of Baton in a house of their own, from which nothing gets out
 * (docs/decisions/0041).
 */
@NullMarked
package dev.baton.bench.rehearsal;

import org.jspecify.annotations.NullMarked;
