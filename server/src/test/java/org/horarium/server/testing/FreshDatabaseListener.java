package org.horarium.server.testing;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Gives each test class its own database, before anything of the class touches it. */
final class FreshDatabaseListener extends AbstractTestExecutionListener {
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void beforeTestClass(TestContext testContext) {
        TestServices.freshDatabase(testContext.getTestClass().getSimpleName());
    }
}
