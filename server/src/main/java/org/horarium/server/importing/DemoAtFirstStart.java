package org.horarium.server.importing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Student;
import org.horarium.formats.demo.DemoCollege;
import org.horarium.formats.demo.DemoCollege.Size;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.DemoLogin;
import org.horarium.server.assessmentcentre.ExampleCentres;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.PagesOnly;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.schedule.Colleges;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the demo college and an example of an assessment centre into an empty database, unless the settings forbid it, and
 * tells the demo accounts who they are in it. All of it in one transaction; of several processes that start at once, one does it while the others wait.
 */
@PagesOnly
@Component
@Order(0)
class DemoAtFirstStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoAtFirstStart.class);
    /** Key of the advisory lock: any number that nobody else takes. */
    private static final long LOCK = 0x484F_5241_5249_0001L;

    private final ServerSettings settings;
    private final Size size;
    private final Colleges colleges;
    private final Accounts accounts;
    private final ExampleCentres centres;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** @param size {@code HORARIUM_DEMO_SIZE}: small, college or university */
    DemoAtFirstStart(
            ServerSettings settings,
            @Value("${horarium.demo.size:college}") Size size,
            Colleges colleges,
            Accounts accounts,
            ExampleCentres centres,
            AuditLog audit,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.size = size;
        this.colleges = colleges;
        this.accounts = accounts;
        this.centres = centres;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.demo() && colleges.isEmpty()) {
            load(DemoCollege.of(size));
        }
    }

    /** Loads a college, unless another process was faster. */
    void load(College college) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(rows -> {});
            if (colleges.isEmpty()) {
                colleges.insert(college);
                linkAccounts(college);
                centres.insert(
                        college.departments().get(0).id(),
                        LocalDate.now().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
                audit.record("system", "importing.demo-loaded", college.name(), sizes(college));
                LOG.info("Loaded the demo college ({}): {}", college.name(), sizes(college));
            }
        });
    }

    private static Map<String, Integer> sizes(College college) {
        return Map.of(
                "departments", college.departments().size(),
                "courses", college.courses().size(),
                "personnel", college.personnel().size(),
                "rooms", college.rooms().size(),
                "students", college.students().size());
    }

    /** Head, lecturer and student are of the first department. */
    private void linkAccounts(College college) {
        String department = college.departments().get(0).id();
        String lecturer = first(college.personnel().stream()
                .filter(person ->
                        person.department().equals(department) && person.roles().contains("lecturer"))
                .map(Personnel::id)
                .toList());
        String student = first(college.students().stream().map(Student::id).toList());
        link(DemoLogin.HOD, Set.of(department), null, null);
        link(DemoLogin.FACULTY, Set.of(), lecturer, null);
        link(DemoLogin.STUDENT, Set.of(), null, student);
    }

    private static @Nullable String first(List<String> codes) {
        return codes.isEmpty() ? null : codes.get(0);
    }

    private void link(DemoLogin login, Set<String> departments, @Nullable String personnel, @Nullable String student) {
        if (accounts.exists(login.email())) {
            accounts.link(login.email(), departments, personnel, student);
        }
    }
}
