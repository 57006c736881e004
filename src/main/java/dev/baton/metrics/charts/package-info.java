/** Draws charts as SVG, for pages, print and mails. */
@NullMarked
package dev.baton.metrics.charts;

import org.jspecify.annotations.NullMarked;
