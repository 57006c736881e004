/** Layout, sign-in and security, error pages; knows no feature. */
@ApplicationModule(allowedDependencies = {"shared", "people", "outbox"})
@NullMarked
package dev.baton.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
