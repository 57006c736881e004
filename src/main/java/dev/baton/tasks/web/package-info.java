/** Pages and calls of tasks. What they show can be had under the name {@code pages}, for a preview. */
@NamedInterface("pages")
@NullMarked
package dev.baton.tasks.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
