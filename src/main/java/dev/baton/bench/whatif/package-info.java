/**
 * What would have become of past requests under another version of their workflow, played by the real parts
 * (docs/decisions/0047).
 */
@NullMarked
package dev.baton.bench.whatif;

import org.jspecify.annotations.NullMarked;
