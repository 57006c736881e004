/** The measures over the API and as pages. */
@NullMarked
package dev.baton.metrics.web;

import org.jspecify.annotations.NullMarked;
