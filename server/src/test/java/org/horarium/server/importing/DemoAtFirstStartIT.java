package org.horarium.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.horarium.formats.college.College;
import org.horarium.formats.demo.DemoCollege;
import org.horarium.formats.demo.DemoCollege.Size;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.DemoLogin;
import org.horarium.server.access.NewAccount;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class DemoAtFirstStartIT {
    @Autowired
    DemoAtFirstStart demo;

    @Autowired
    Colleges colleges;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void severalProcessesAtOnceLoadItOnceAndLinkTheAccounts() throws Exception {
        for (DemoLogin login : DemoLogin.values()) {
            accounts.create(NewAccount.of(login.email(), login.fullName(), login.role(), "a long password"));
        }
        College college = DemoCollege.of(Size.SMALL);
        ExecutorService processes = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> starts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                starts.add(processes.submit(() -> demo.load(college)));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } finally {
            processes.shutdown();
        }
        assertThat(colleges.whole(college.term().id())).isEqualTo(college);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'importing.demo-loaded'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT department_code FROM account_department")
                        .query(String.class)
                        .list())
                .containsExactly(college.departments().get(0).id());
        assertThat(jdbc.sql("SELECT count(*) FROM account JOIN personnel ON personnel.code = personnel_code")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM account JOIN student ON student.code = student_code")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
