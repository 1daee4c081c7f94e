package org.horarium.server.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.horarium.formats.college.College;
import org.horarium.formats.demo.DemoCollege;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.NewAccount;
import org.horarium.server.access.Role;
import org.horarium.server.approval.Workflow;
import org.horarium.server.approval.WorkflowAction;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleScope;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.Revisions;
import org.horarium.server.timetable.Frame;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Timetables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes to tell 6,000 people, to print a department, to write a university as XLSX, and to answer a calendar. Everybody
 * of the university has an account here, so each notice goes both ways.
 */
@IntegrationTest
class UniversityFigures {
    private static final Path FOLDER = Path.of("target", "figures");
    private static final String PASSWORD = "a long password";
    private static final int WARM_UP = 30;
    private static final int ASKED = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final StringBuilder table = new StringBuilder("| what | measured | goal |\n|---|---:|---:|\n");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Timetables timetables;

    @Autowired
    Schedules schedules;

    @Autowired
    Workflow workflow;

    @Test
    void measure(@Autowired Colleges colleges, @Autowired Accounts accounts) throws Exception {
        College university = DemoCollege.of(DemoCollege.Size.UNIVERSITY);
        colleges.insert(university);
        accounts.create(NewAccount.of("admin@figures.example", "Admin", Role.ADMIN, PASSWORD));
        jdbc.sql("""
                        insert into account (email, name, role, password_hash, student_code)
                        select 'student' || id || '@figures.example', name, 'STUDENT', 'x', code from student
                        """).update();
        jdbc.sql("""
                        insert into account (email, name, role, password_hash, personnel_code)
                        select 'person' || id || '@figures.example', name, 'FACULTY', 'x', code from personnel
                        """).update();
        List<PlacedActivity> all = AnyTimetable.of(university, 0);
        String year = university.term().academicYear();
        ScheduleId whole = schedule(university.departments().get(0).id(), year);

        // the second time everything runs warm and everybody's week changes: the longer of both is written down
        long first = publish(whole, university, all);
        long second = publish(whole, university, AnyTimetable.of(university, 1));
        long mails = jdbc.sql("select count(*) from mail").query(Long.class).single();
        long notices = jdbc.sql("select count(*) from notice").query(Long.class).single();
        row("publish: %,d mails and %,d notices queued, twice".formatted(mails, notices), first, 5000);
        row("publish again, everybody's week changes", second, 5000);

        String token = token();
        Files.createDirectories(FOLDER);
        String department = university.departments().get(1).id();
        List<PlacedActivity> own = all.stream()
                .filter(activity -> university.batches().stream()
                        .filter(batch -> batch.department().equals(department))
                        .flatMap(batch -> batch.sections().stream())
                        .flatMap(section -> section.subgroups().isEmpty()
                                ? Stream.of(section.id())
                                : section.subgroups().stream().map(subgroup -> subgroup.id()))
                        .anyMatch(activity.attendees()::contains))
                .toList();
        String one = draft(schedule(department, year), university, own);
        for (String by : List.of("group", "person", "room")) {
            for (String paper : List.of("A4", "A3")) {
                String path = "/api/timetables/" + one + "/export?format=pdf&by=" + by + "&paper=" + paper;
                Path file = FOLDER.resolve("department-" + by + "-" + paper + ".pdf");
                long millis = save(token, path, file);
                try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
                    row(
                            "PDF of a department by %s, %s, %d pages".formatted(by, paper, pdf.getNumberOfPages()),
                            millis,
                            10_000);
                }
            }
        }
        String everything = draft(whole, university, all);
        Path large = FOLDER.resolve("university-group-A4.pdf");
        long printed = save(token, "/api/timetables/" + everything + "/export?format=pdf&by=group", large);
        try (PDDocument pdf = Loader.loadPDF(large.toFile())) {
            row("PDF of all groups, A4, %d pages".formatted(pdf.getNumberOfPages()), printed, 10_000);
        }
        row(
                "XLSX of the university, %,d activities".formatted(all.size()),
                save(token, "/api/timetables/" + everything + "/export?format=xlsx", FOLDER.resolve("university.xlsx")),
                5000);
        feed(token, university);
        Files.writeString(FOLDER.resolve("figures.md"), table);
        System.out.println(table);
    }

    private ScheduleId schedule(String department, String year) {
        return schedules
                .findOrCreate(new ScheduleScope(department, null, null, year))
                .id();
    }

    private String draft(ScheduleId schedule, College college, List<PlacedActivity> placed) {
        long id =
                timetables.save(new NewRevision(schedule, null, 0, Map.of(), 0, Frame.of(college), placed, List.of()));
        return timetables.find(id).orElseThrow().workflow().toString();
    }

    /** Only the step itself: what somebody waits for who presses the button. */
    private long publish(ScheduleId schedule, College college, List<PlacedActivity> placed) throws Exception {
        UUID revision = UUID.fromString(draft(schedule, college, placed));
        workflow.take(Revisions.PLANNER, revision, Workflow.Request.of(WorkflowAction.SUBMIT_FOR_REVIEW, null, null));
        workflow.take(Revisions.DEAN, revision, Workflow.Request.of(WorkflowAction.APPROVE, null, null));
        return millis(
                () -> workflow.take(Revisions.DEAN, revision, Workflow.Request.of(WorkflowAction.PUBLISH, null, null)));
    }

    private void feed(String token, College university) throws Exception {
        String student = university.students().get(0).id();
        String secret = "figures-secret";
        jdbc.sql("""
                        insert into calendar_feed (account_id, kind, code, label, secret_hash)
                        select id, 'student', :code, 'me', sha256(convert_to(:secret, 'UTF8')) from account
                        where student_code = :code
                        """).param("code", student).param("secret", secret).update();
        String path = "/calendar/" + secret + ".ics";
        HttpResponse<byte[]> answer = get(token, path, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        String etag = answer.headers().firstValue("ETag").orElseThrow();
        row("calendar feed, median of " + ASKED, median(token, path, "", 200), 50);
        row("calendar feed, not changed (304), median of " + ASKED, median(token, path, etag, 304), 10);
    }

    private long median(String token, String path, String etag, int wanted) throws Exception {
        long[] times = new long[ASKED];
        for (int i = -WARM_UP; i < ASKED; i++) {
            long begin = System.nanoTime();
            assertThat(get(token, path, etag).statusCode()).isEqualTo(wanted);
            if (i >= 0) {
                times[i] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(times);
        return times[ASKED / 2] / 1_000_000;
    }

    private long save(String token, String path, Path file) throws Exception {
        return millis(() -> {
            HttpResponse<byte[]> answer = get(token, path, "");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return Files.write(file, answer.body());
        });
    }

    private HttpResponse<byte[]> get(String token, String path, String etag) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (path.startsWith("/api/")) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private String token() throws IOException, InterruptedException {
        String body = http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/auth/token"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"username\": \"admin@figures.example\", \"password\": \"" + PASSWORD
                                                + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return body.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static long millis(Callable<?> work) throws Exception {
        long begin = System.nanoTime();
        work.call();
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private void row(String what, long millis, long goal) {
        table.append("| %s | %,d ms | ≤ %,d ms |%n".formatted(what, millis, goal));
    }
}
