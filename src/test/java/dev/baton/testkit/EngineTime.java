package dev.baton.testkit;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** There is one engine clock for all contexts of a run: before each test it is told the time of that test's own. */
class EngineTime extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext()
                    .getBeanProvider(SettableClock.class)
                    .ifAvailable(clock -> clock.set(clock.instant()));
        }
    }
}
