package dev.baton.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailurePathTest {

    @Test
    void kindsAndPlacesAreSaidAndNoWords() {
        Throwable failure =
                new IllegalStateException("Cannot unpack salaries.xlsx", new NumberFormatException("Dear Nadia"));

        assertThat(new FailurePath(failure).toString())
                .startsWith(
                        "java.lang.IllegalStateException caused by java.lang.NumberFormatException at dev.baton.shared."
                                + "FailurePathTest.kindsAndPlacesAreSaidAndNoWords(FailurePathTest.java:")
                .doesNotContain("salaries", "Nadia");
    }
}
