/** Models over the API and as pages. */
@NullMarked
package dev.baton.models.web;

import org.jspecify.annotations.NullMarked;
