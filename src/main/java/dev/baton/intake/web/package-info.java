/** The forms that ask for work, and the call of the API that does. */
@NullMarked
package dev.baton.intake.web;

import org.jspecify.annotations.NullMarked;
