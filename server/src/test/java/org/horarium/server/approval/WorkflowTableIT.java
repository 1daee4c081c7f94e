package org.horarium.server.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Actor;
import org.horarium.server.access.NewAccount;
import org.horarium.server.access.Role;
import org.horarium.server.platform.Settings;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.Revisions;
import org.horarium.server.testing.TinyCollege;
import org.horarium.server.timetable.Publications;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.Timetables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/** Status by action by person: each line of {@code workflow-table.txt} is tried by everybody. */
@IntegrationTest
class WorkflowTableIT {
    private static final List<String> WHO =
            List.of("ADMIN", "staff", "submitter", "other", "FACULTY", "STUDENT", "nobody");
    private static final String PASSWORD = "a long password";
    private static final Map<String, String> TOKENS = new LinkedHashMap<>();

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    Timetables timetables;

    @Autowired
    Schedules schedules;

    @Autowired
    Workflow workflow;

    @Autowired
    Publications publications;

    @Autowired
    Settings settings;

    record Line(String status, String action, List<String> answers) {
        @Override
        public String toString() {
            return status + " " + action;
        }
    }

    @BeforeAll
    static void people(
            @Autowired Colleges colleges,
            @Autowired Accounts accounts,
            @Autowired MockMvc mvc,
            @Autowired JsonMapper json)
            throws Exception {
        colleges.insert(TinyCollege.college());
        for (String who : WHO.subList(0, WHO.size() - 1)) {
            Role role = Set.of("staff", "submitter", "other").contains(who) ? Role.STAFF : Role.valueOf(who);
            Set<String> departments = role == Role.STAFF ? Set.of(who.equals("other") ? "ART" : "EEE") : Set.of();
            accounts.create(new NewAccount(email(who), who, role, PASSWORD, departments, null, null));
            String answer = mvc.perform(MockMvcRequestBuilders.post("/api/auth/token")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(json.writeValueAsString(Map.of("username", email(who), "password", PASSWORD))))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            TOKENS.put(who, json.readTree(answer).get("token").asString());
        }
    }

    private static String email(String who) {
        return who.toLowerCase(Locale.ROOT) + "@workflow.example";
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everybodyGetsWhatTheTableSays(Line line) throws Exception {
        compare(line);
    }

    /** What is different when an administrator has switched four eyes off and lets the staff publish. */
    @ParameterizedTest
    @MethodSource("linesWithOpenSettings")
    void everybodyGetsWhatTheTableSaysWithOpenSettings(Line line) throws Exception {
        settings.set(ApprovalSettings.FOUR_EYES, false, "test");
        settings.set(ApprovalSettings.STAFF_PUBLISHES, true, "test");
        try {
            compare(line);
        } finally {
            settings.set(ApprovalSettings.FOUR_EYES, true, "test");
            settings.set(ApprovalSettings.STAFF_PUBLISHES, false, "test");
        }
    }

    private void compare(Line line) throws Exception {
        Map<String, String> seen = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        WorkflowAction action = WorkflowAction.of(line.action());
        for (int i = 0; i < WHO.size(); i++) {
            String who = WHO.get(i);
            expected.put(who, line.answers().get(i));
            Revision revision = inStatus(line.status());
            MockHttpServletResponse response = ask(who, revision, line.action());
            seen.put(who, Integer.toString(response.getStatus()));
            RevisionStatus after = timetables.find(revision.id()).orElseThrow().status();
            if (response.getStatus() == 200) {
                assertThat(after).as("%s by %s", line, who).isEqualTo(action.to());
                assertThat(json.readTree(response.getContentAsString())
                                .get("status")
                                .asString())
                        .isEqualTo(action.to().code());
            } else {
                assertThat(after).as("%s by %s changes nothing", line, who).isEqualTo(revision.status());
            }
        }
        assertThat(seen).as(line.toString()).isEqualTo(expected);
    }

    @Test
    void everyStatusAndActionHasItsLine() {
        assertThat(names(lines())).isEqualTo(pairs(WorkflowAction.values()));
        assertThat(names(linesWithOpenSettings()))
                .as("the actions that depend on settings")
                .isEqualTo(pairs(WorkflowAction.APPROVE, WorkflowAction.PUBLISH));
    }

    private static TreeSet<String> pairs(WorkflowAction... actions) {
        return Stream.concat(Stream.of(RevisionStatus.values()).map(RevisionStatus::code), Stream.of("replaced"))
                .flatMap(status -> Stream.of(actions).map(action -> status + " " + action.code()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> names(Stream<Line> lines) {
        return lines.map(Line::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A fresh revision in a status, as its steps have brought it there. */
    private Revision inStatus(String status) {
        Revisions revisions = new Revisions(timetables, schedules, workflow);
        // one schedule for all: what was published before is replaced, as in life
        var schedule = revisions.schedule("EEE").id();
        var activity = Revisions.circuits(DayOfWeek.TUESDAY, 1, "S1");
        Revision draft = status.equals("partial")
                ? revisions.draft(schedule, List.of(), activity.activity())
                : revisions.draft(schedule, List.of(activity));
        List<WorkflowAction> way = switch (status) {
            case "draft", "partial" -> List.of();
            case "pending_review" -> List.of(WorkflowAction.SUBMIT_FOR_REVIEW);
            case "rejected" -> List.of(WorkflowAction.SUBMIT_FOR_REVIEW, WorkflowAction.REJECT);
            case "approved" -> List.of(WorkflowAction.SUBMIT_FOR_REVIEW, WorkflowAction.APPROVE);
            default -> List.of(WorkflowAction.SUBMIT_FOR_REVIEW, WorkflowAction.APPROVE, WorkflowAction.PUBLISH);
        };
        for (WorkflowAction action : way) {
            workflow.take(
                    action == WorkflowAction.SUBMIT_FOR_REVIEW ? submitter() : Revisions.DEAN,
                    draft.workflow(),
                    Workflow.Request.of(action, "Because.", null));
        }
        if (status.equals("replaced")) {
            revisions.publish(revisions.draft(schedule, List.of(activity)).workflow(), null);
        }
        return timetables.find(draft.id()).orElseThrow();
    }

    private static Actor submitter() {
        return new Actor(3, email("submitter"), "submitter", Role.STAFF, Set.of("EEE"), null, null);
    }

    private MockHttpServletResponse ask(String who, Revision revision, String action) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(
                        "/api/timetable-workflow/" + revision.workflow() + "/" + action + "/")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"comments\": \"Because.\"}");
        if (who.equals("nobody")) {
            request.with(csrf());
        } else {
            request.header("Authorization", "Bearer " + TOKENS.get(who));
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    static Stream<Line> lines() {
        return lines("/workflow-table.txt");
    }

    static Stream<Line> linesWithOpenSettings() {
        return lines("/workflow-table-open.txt");
    }

    private static Stream<Line> lines(String table) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WorkflowTableIT.class.getResourceAsStream(table)), StandardCharsets.UTF_8))) {
            List<Line> lines = new ArrayList<>();
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                if (!text.isBlank() && !text.startsWith("#")) {
                    List<String> words = List.of(text.strip().split("\\s+"));
                    assertThat(words).as(text).hasSize(2 + WHO.size());
                    lines.add(new Line(words.get(0), words.get(1), words.subList(2, words.size())));
                }
            }
            return lines.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
