package org.horarium.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Set;
import org.horarium.server.platform.DatabaseClock;
import org.horarium.server.platform.JobQueue;
import org.junit.jupiter.api.Test;

/**
 * Nothing by which processes judge each other (jobs, leases, mails under way) looks at the clock of its machine, which may
 * be wrong: the database's time counts.
 */
class ClockTest {
    private static final Set<String> CLOCKS = Set.of("now", "currentTimeMillis");

    @Test
    void jobsAndMailsGoByTheDatabasesTime() {
        DescribedPredicate<JavaClass> judging = resideInAnyPackage(
                        "org.horarium.server.generation.worker..",
                        "org.horarium.server.generation.store..",
                        "org.horarium.server.assessmentcentre.worker..",
                        "org.horarium.server.notification..")
                .or(JavaClass.Predicates.belongToAnyOf(JobQueue.class, DatabaseClock.class))
                .or(JavaClass.Predicates.belongToAnyOf(
                        org.horarium.server.assessmentcentre.store.PlanningJobStore.class));
        DescribedPredicate<JavaAccess<?>> ownClock = new DescribedPredicate<>("the clock of this machine") {
            @Override
            public boolean test(JavaAccess<?> access) {
                String owner = access.getTargetOwner().getName();
                boolean time = owner.startsWith("java.time.") || owner.equals("java.lang.System");
                return time && CLOCKS.contains(access.getName())
                        || owner.equals(Clock.class.getName())
                                && access.getName().startsWith("system");
            }
        };
        noClasses()
                .that(judging)
                .should()
                .accessTargetWhere(ownClock)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.horarium.server"));
    }
}
