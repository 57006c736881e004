/** Pages and API of requests. */
@NamedInterface("web")
@NullMarked
package dev.baton.requests.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
