package org.horarium.server.generation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.horarium.engine.variant.Variant;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.approval.Workflow;
import org.horarium.server.approval.WorkflowAction;
import org.horarium.server.generation.GenerationRequest;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.MissingVariant;
import org.horarium.server.generation.VariantFigures;
import org.horarium.server.generation.store.JobStore;
import org.horarium.server.generation.store.VariantStore;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.ScheduleScope;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.horarium.server.testing.Revisions;
import org.horarium.server.testing.TinyCollege;
import org.horarium.server.timetable.Frame;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.RevisionSummary;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The pages of variants and the list of jobs, with jobs that have ended already. */
@IntegrationTest
class VariantPagesIT {
    private static @Nullable People people;

    @Autowired
    MockMvc mvc;

    @Autowired
    JobStore jobs;

    @Autowired
    VariantStore variants;

    @Autowired
    Schedules schedules;

    @Autowired
    Timetables timetables;

    @Autowired
    Workflow workflow;

    @BeforeAll
    static void college(
            @Autowired Colleges colleges,
            @Autowired Accounts accounts,
            @Autowired MockMvc mvc,
            @Autowired JsonMapper json)
            throws Exception {
        colleges.insert(TinyCollege.college());
        people = new People(accounts, mvc, json);
    }

    private static MockHttpServletRequestBuilder by(Role role, MockHttpServletRequestBuilder request) {
        return Objects.requireNonNull(people).by(role, request);
    }

    private Schedule schedule(String department) {
        return schedules.findOrCreate(new ScheduleScope(department, null, null, "2024-25"));
    }

    private UUID begun(Schedule schedule, String department) {
        UUID id = UUID.randomUUID();
        jobs.insert(
                id,
                schedule.id(),
                schedule.name(),
                new GenerationRequest(
                        new ScheduleScope(department, null, null, "2024-25"),
                        Duration.ofSeconds(30),
                        7,
                        GenerationRequest.ALL_VARIANTS),
                null,
                "staff@tiny.example",
                null);
        jobs.beginAttempt(id, "test");
        return id;
    }

    /** A job with two variants and three missing ones; the balanced one is the draft. */
    private UUID completed(Schedule schedule, String department) {
        UUID id = begun(schedule, department);
        save(id, schedule, Variant.BALANCED, 40, 0, Revisions.power(DayOfWeek.MONDAY, 2, Weeks.EVERY, "HALL"));
        save(id, schedule, Variant.PERSONNEL, 52, 1, Revisions.power(DayOfWeek.WEDNESDAY, 3, Weeks.EVERY, "HALL"));
        UUID balanced = variants.find(id, Variant.BALANCED).orElseThrow().id();
        variants.choose(balanced, timetables.save(variants.content(balanced)), null);
        jobs.finish(
                id,
                1,
                JobStatus.COMPLETED,
                null,
                List.of(new MissingVariant(Variant.LEAST_CHANGE, "Too little time.")));
        return id;
    }

    private void save(UUID job, Schedule schedule, Variant variant, long cost, int moved, PlacedActivity power) {
        variants.save(
                job,
                1,
                variant,
                new VariantFigures(cost, 2, 0, 0, 0, "P3", 1.5, 0, 80, 40, 1, 2, 45, moved, 2, false),
                new NewRevision(
                        schedule.id(),
                        job,
                        0,
                        Map.of("room", cost),
                        cost,
                        Frame.of(TinyCollege.college()),
                        List.of(Revisions.circuits(DayOfWeek.TUESDAY, 2, "S1"), power),
                        List.of()),
                900);
    }

    @Test
    void figuresChartsAndDifferencesSideBySide() throws Exception {
        Schedule eee = schedule("EEE");
        UUID job = completed(eee, "EEE");
        String page = "/admin/schedules/" + eee.id() + "/variants";

        mvc.perform(by(Role.STAFF, get(page).param("job", job.toString())))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("For personnel"),
                                containsString("<span>best</span>"),
                                containsString("Ida Jones"),
                                containsString("Too little time."),
                                containsString("aria-label=\"Balanced: largest value"),
                                containsString("One activity is different; one is the same."),
                                not(containsString("??")))));
        mvc.perform(by(Role.STAFF, get(page).param("whose", "person:P3")))
                .andExpect(content().string(containsString("Nothing is different; one is the same.")));
        mvc.perform(by(Role.STAFF, get(page).param("whose", "person:P5").header("Accept-Language", "de")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Eine Veranstaltung ist anders; keine ist gleich."),
                                containsString("am besten"),
                                not(containsString("??")))));
        mvc.perform(by(
                        Role.STAFF,
                        get(page + "/personnel")
                                .param("job", job.toString())
                                .param("by", "person")
                                .param("of", "P5")))
                .andExpect(content()
                        .string(allOf(
                                containsString("POWER lab"), containsString("Kim Lark"), not(containsString("??")))));
    }

    @Test
    void choosingMakesADraftAndChoosingAnotherTakesNothingAway() throws Exception {
        Schedule eee = schedule("EEE");
        UUID job = completed(eee, "EEE");
        String page = "/admin/schedules/" + eee.id() + "/variants";
        RevisionSummary first = timetables.summaryOfJob(job).orElseThrow();

        choose(page, job, "personnel");
        RevisionSummary second = timetables.summaryOfJob(job).orElseThrow();
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(second.total()).isEqualTo(52);
        assertThat(second.status()).isEqualTo(RevisionStatus.DRAFT);
        mvc.perform(by(Role.STAFF, get(page).param("job", job.toString())))
                .andExpect(content()
                        .string(allOf(
                                containsString("Chosen: For personnel"),
                                containsString("staff@tiny.example has chosen it; it is revision " + second.number()),
                                containsString("board?revision=" + second.number()))));
        choose(page, job, "personnel");
        assertThat(timetables.summaryOfJob(job).orElseThrow().number()).isEqualTo(second.number());

        choose(page, job, "balanced");
        RevisionSummary third = timetables.summaryOfJob(job).orElseThrow();
        assertThat(third.total()).isEqualTo(40);
        assertThat(timetables.summary(second.workflow())).isPresent();
        workflow.take(
                Revisions.PLANNER, third.workflow(), Workflow.Request.of(WorkflowAction.SUBMIT_FOR_REVIEW, null, null));
        mvc.perform(by(Role.STAFF, post(page + "/personnel/choose")).param("job", job.toString()))
                .andExpect(flash().attribute("flashError", containsString("waits for a decision")));
        mvc.perform(by(Role.ADMIN, get("/admin/audit").param("q", "generation.choose")))
                .andExpect(content().string(containsString("instead_of: balanced")));
    }

    private void choose(String page, UUID job, String variant) throws Exception {
        mvc.perform(by(Role.STAFF, post(page + "/" + variant + "/choose")).param("job", job.toString()))
                .andExpect(redirectedUrl(page + "?job=" + job))
                .andExpect(flash().attributeExists("flash"));
    }

    @Test
    void programsTalkAboutVariantsToo() throws Exception {
        UUID job = completed(schedule("EEE"), "EEE");
        String path = "/api/generation-jobs/" + job + "/variants/personnel/comments";
        mvc.perform(by(Role.STAFF, post(path)).contentType("application/json").content("{\"text\": \"Nice.\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$[0].author").value("staff@tiny.example"));
        mvc.perform(by(Role.ADMIN, get(path))).andExpect(jsonPath("$[0].text").value("Nice."));
        mvc.perform(by(Role.STAFF, post(path)).contentType("application/json").content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/text"));
        mvc.perform(by(Role.STAFF, get(path.replace("personnel", "least-change"))))
                .andExpect(status().isNotFound());
    }

    @Test
    void aVariantCanBeTalkedAbout() throws Exception {
        Schedule eee = schedule("EEE");
        UUID job = completed(eee, "EEE");
        String page = "/admin/schedules/" + eee.id() + "/variants/balanced";

        mvc.perform(by(Role.STAFF, post(page + "/comments"))
                        .param("job", job.toString())
                        .param("text", "<b>Good</b> for labs"))
                .andExpect(redirectedUrl(page + "?job=" + job));
        mvc.perform(by(Role.STAFF, post(page + "/comments"))
                        .param("job", job.toString())
                        .param("text", " "))
                .andExpect(flash().attributeExists("flashError"));

        mvc.perform(by(Role.ADMIN, get(page).param("job", job.toString())))
                .andExpect(content()
                        .string(allOf(
                                containsString("&lt;b&gt;Good&lt;/b&gt; for labs"),
                                containsString("staff@tiny.example"))));
        mvc.perform(by(
                        Role.ADMIN,
                        get("/admin/schedules/" + eee.id() + "/variants").param("job", job.toString())))
                .andExpect(content().string(containsString("1 comment")));
    }

    @Test
    void otherDepartmentsSeeNothingAndJobsStayWithTheirSchedule() throws Exception {
        Schedule art = schedule("ART");
        mvc.perform(by(Role.ADMIN, get("/admin/schedules/" + art.id() + "/variants")))
                .andExpect(content().string(containsString("There are no variants yet")));
        UUID job = completed(art, "ART");
        String page = "/admin/schedules/" + art.id() + "/variants";

        for (String path : List.of(page, page + "/balanced", "/api/generation-jobs/" + job + "/variants")) {
            mvc.perform(by(Role.STAFF, get(path).param("job", job.toString()))).andExpect(status().isNotFound());
            mvc.perform(by(Role.ADMIN, get(path).param("job", job.toString()))).andExpect(status().isOk());
        }
        mvc.perform(by(Role.STAFF, post(page + "/balanced/choose")).param("job", job.toString()))
                .andExpect(status().isNotFound());
        mvc.perform(by(Role.STAFF, post(page + "/balanced/comments"))
                        .param("job", job.toString())
                        .param("text", "Mine?"))
                .andExpect(status().isNotFound());
        Schedule eee = schedule("EEE");
        mvc.perform(by(
                        Role.ADMIN,
                        get("/admin/schedules/" + eee.id() + "/variants").param("job", job.toString())))
                .andExpect(status().isNotFound());
        mvc.perform(by(Role.STAFF, get("/admin/generation-jobs/" + job))).andExpect(status().isForbidden());
        mvc.perform(by(Role.STAFF, get("/admin/generation-jobs").param("q", "ART")))
                .andExpect(content().string(containsString("No job fits")));
    }

    @Test
    void jobsAreFoundByNameAndStatusAndTriedAgain() throws Exception {
        Schedule cse = schedule("CSE");
        UUID failed = begun(cse, "CSE");
        jobs.finish(failed, 1, JobStatus.FAILED, "Room N1 is too small.", List.of());

        mvc.perform(by(
                        Role.ADMIN,
                        get("/admin/generation-jobs").param("q", "cse").param("status", "failed")))
                .andExpect(content().string(containsString("/admin/generation-jobs/" + failed)));
        mvc.perform(by(
                        Role.ADMIN,
                        get("/admin/generation-jobs").param("q", "cse").param("status", "running")))
                .andExpect(content().string(containsString("No job fits")));
        mvc.perform(by(Role.ADMIN, get("/admin/generation-jobs").param("q", "100%")))
                .andExpect(content().string(containsString("No job fits")));
        mvc.perform(by(Role.ADMIN, get("/admin/generation-jobs/" + failed).header("Accept-Language", "de")))
                .andExpect(content().string(allOf(containsString("Noch einmal versuchen"), not(containsString("??")))));
        mvc.perform(by(Role.STAFF, post("/admin/generation-jobs/" + failed + "/retry")))
                .andExpect(status().isForbidden());

        String next =
                Objects.requireNonNull(mvc.perform(by(Role.ADMIN, post("/admin/generation-jobs/" + failed + "/retry")))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        UUID retried = UUID.fromString(next.substring(next.lastIndexOf('/') + 1));
        assertThat(jobs.find(retried).orElseThrow().retryOf()).isEqualTo(failed);
        assertThat(jobs.find(retried).orElseThrow().request().variants()).isEqualTo(GenerationRequest.ALL_VARIANTS);
        mvc.perform(by(Role.ADMIN, post("/admin/generation-jobs/" + failed + "/retry")))
                .andExpect(flash().attributeExists("flashError"));
        mvc.perform(by(Role.ADMIN, post("/admin/generation-jobs/" + retried + "/cancel")))
                .andExpect(status().is3xxRedirection());
        while (jobs.find(retried).orElseThrow().status().open()) {
            Thread.sleep(100);
        }
    }
}
