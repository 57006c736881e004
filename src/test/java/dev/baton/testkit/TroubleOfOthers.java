package dev.baton.testkit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Awaitility fails a test that waits when any thread ends with an exception, also one of a mail server that another test has
 * left: here a test fails by what it waits for.
 */
public class TroubleOfOthers implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }
}
