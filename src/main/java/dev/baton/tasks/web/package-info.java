/** Pages and calls of tasks. */
@NullMarked
package dev.baton.tasks.web;

import org.jspecify.annotations.NullMarked;
