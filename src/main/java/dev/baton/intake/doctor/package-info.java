/**
 * The doctor: Baton writes to itself through the configured servers and says how that went, and what to change. It stands
 * here because intake is the lowest module that may use both what arrives and what leaves (docs/decisions/0029).
 */
@NullMarked
package dev.baton.intake.doctor;

import org.jspecify.annotations.NullMarked;
