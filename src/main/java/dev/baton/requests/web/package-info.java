/** Pages and API of requests. */
@NullMarked
package dev.baton.requests.web;

import org.jspecify.annotations.NullMarked;
