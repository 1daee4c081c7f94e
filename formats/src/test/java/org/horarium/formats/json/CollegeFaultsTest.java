package org.horarium.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to spoil a college: exactly one fault, at its place, that names the record and the value. */
class CollegeFaultsTest {
    private static final String LECTURE = "/courses/0/activities/0";
    private static final String LAB = "/courses/0/activities/1";

    static List<Fault> faults(byte[] json) {
        FormatException thrown = catchThrowableOfType(FormatException.class, () -> CollegeJson.read(json));
        assertThat(thrown).as("a FormatException").isNotNull();
        return thrown.faults();
    }

    private static Arguments fault(UnaryOperator<Tiny> spoil, String where, String... words) {
        return arguments(where + " " + String.join(" ", words), spoil, where, List.of(words));
    }

    static Stream<Arguments> ofForm() {
        return Stream.of(
                fault(t -> t.set("/rooms/0/capasity", "5"), "/rooms/0/capasity", "room (R1)", "(capacity)"),
                fault(t -> t.set("/a~1b", "5"), "/a~1b", "college", "unknown field (a/b)"),
                fault(t -> t.set("/rooms/0/capacity", "\"70\""), "/rooms/0/capacity", "(R1)", "(70)", "whole number"),
                fault(t -> t.set("/rooms/0/capacity", "70.5"), "/rooms/0/capacity", "(70.5)", "whole number"),
                fault(t -> t.set("/rooms/0/capacity", "99999999999"), "/rooms/0/capacity", "whole number"),
                fault(t -> t.remove("/rooms/0/capacity"), "/rooms/0/capacity", "(R1)", "no capacity", "Add it"),
                fault(t -> t.remove("/rooms/2/type"), "/rooms/2/type", "(L1)", "no type"),
                fault(t -> t.set("/rooms/1/shared", "1"), "/rooms/1/shared", "(R2)", "true or false"),
                fault(t -> t.set("/rooms/1", "7"), "/rooms/1", "(7)", "a record"),
                fault(t -> t.set("/rooms", "{}"), "/rooms", "a list"),
                fault(t -> t.set("/term", "[]"), "/term", "a record"),
                fault(t -> t.remove("/term"), "/term", "no term"),
                fault(t -> t.set("/term/slots", "4"), "/term/slots", "a list"),
                fault(t -> t.set("/term/slots/1/end", "\"soon\""), "/term/slots/1/end", "(soon)", "clock time"),
                fault(t -> t.set("/term/slots/0/start", "\"25:00\""), "/term/slots/0/start", "(25:00)"),
                fault(t -> t.set("/term/first_day", "\"28.9.\""), "/term/first_day", "(28.9.)", "a date"),
                fault(t -> t.set("/term/days", "\"monday\""), "/term/days", "a list"),
                fault(t -> t.set("/term/days/2", "\"wensday\""), "/term/days/2", "(wensday)", "(wednesday)"),
                fault(t -> t.set(LAB + "/weeks", "\"odd\""), LAB + "/weeks", "(CS201-P)", "(odd)", "alternate"),
                fault(t -> t.set(LAB + "/weeks", "\"alternat\""), LAB + "/weeks", "Maybe you mean (alternate)"),
                fault(
                        t -> t.set("/preferences/0/bucket", "\"prefers\""),
                        "/preferences/0/bucket",
                        "(prefers)",
                        "strongly_prefer, prefer, neutral, rather_not, cannot",
                        "(prefer)"),
                fault(t -> t.set("/personnel/0/roles", "\"lecturer\""), "/personnel/0/roles", "(P1)", "a list"),
                fault(t -> t.set("/personnel/0/id", "7"), "/personnel/0/id", "(7)", "a text"),
                fault(t -> t.set("/batches/0/sections/0/size", "[]"), "/batches/0/sections/0/size", "(CSE-2A)"),
                fault(
                        t -> t.set("/batches/0/sections/0/subgroups/0/size", "null"),
                        "/batches/0/sections/0/subgroups/0/size",
                        "(CSE-2A1)"),
                fault(t -> t.set("/courses/0/department", "{}"), "/courses/0/department", "(CS201)"),
                fault(t -> t.set("/courses/0/batches", "{}"), "/courses/0/batches", "(CS201)"));
    }

    static Stream<Arguments> ofTheTerm() {
        return Stream.of(
                fault(t -> t.set("/name", "\" \""), "/name", "blank"),
                fault(
                        t -> t.set("/term/last_day", "\"2026-01-01\""),
                        "/term/last_day",
                        "(2026-A)",
                        "(2026-01-01)",
                        "(2026-09-28)"),
                fault(t -> t.set("/term/time_zone", "\"Vienna\""), "/term/time_zone", "(Vienna)", "Europe/Vienna"),
                fault(t -> t.set("/term/semester", "0"), "/term/semester", "(0)", "between 1 and 20"),
                fault(t -> t.remove("/pins/1").set("/term/days/2", "\"monday\""), "/term/days/2", "(monday)", "twice"),
                fault(
                        t -> t.set("/term/slots/1/start", "\"09:50\""),
                        "/term/slots/1/start",
                        "Slot 2",
                        "(09:50)",
                        "(10:00)"),
                fault(t -> t.set("/term/slots/4/end", "\"14:00\""), "/term/slots/4/end", "slot 5", "(14:00)"),
                fault(
                        t -> t.set("/term/breaks/0/start", "\"12:00\""),
                        "/term/breaks/0",
                        "break (Lunch)",
                        "slot 3",
                        "12:00"),
                fault(t -> t.set("/term/breaks/0/end", "\"12:00\""), "/term/breaks/0/end", "(Lunch)", "(12:00)"),
                fault(
                        t -> t.set("/rooms/1/unavailable/0/end", "\"09:00\""),
                        "/rooms/1/unavailable/0/end",
                        "(R2)",
                        "(09:00)",
                        "(09:30)"),
                fault(
                        t -> t.set("/personnel/1/unavailable/0/end", "\"13:00\""),
                        "/personnel/1/unavailable/0/end",
                        "(P2)"));
    }

    static Stream<Arguments> ofReferences() {
        return Stream.of(
                fault(t -> t.set("/rooms/1/id", "\"R1\""), "/rooms/1/id", "(R1)", "already used at /rooms/0"),
                fault(t -> t.set("/batches/1/sections/0/id", "\"CSE-2A\""), "/batches/1/sections/0/id", "(CSE-2A)"),
                fault(t -> t.set("/students/1/id", "\"S1\""), "/students/1/id", "(S1)"),
                fault(t -> t.set("/students/1/id", "\"a/b\""), "/students/1/id", "(a/b)", "letters"),
                fault(t -> t.set("/rooms/0/building", "\"MAINE\""), "/rooms/0/building", "(R1)", "(MAINE)", "(MAIN)"),
                fault(t -> t.set("/rooms/1/department", "\"XYZ\""), "/rooms/1/department", "(XYZ)", "CSE, ECE"),
                fault(t -> t.set("/rooms/2/equipment/0/equipment", "\"ps\""), "/rooms/2/equipment/0/equipment", "(ps)"),
                fault(t -> t.set("/batches/0/department", "\"CS\""), "/batches/0/department", "(CSE-2)", "(CS)"),
                fault(t -> t.set("/students/0/group", "\"CSE-2C\""), "/students/0/group", "(S1)", "(CSE-2C)"),
                fault(t -> t.set("/students/2/group", "\"CSE-2A\""), "/students/2/group", "(S3)", "CSE-2A1, CSE-2A2"),
                fault(t -> t.set("/students/2/group", "\"CSE-2\""), "/students/2/group", "(S3)", "batch (CSE-2)"),
                fault(t -> t.set("/students/0/electives/0", "\"CS999\""), "/students/0/electives/0", "(CS999)"),
                fault(t -> t.set("/students/0/electives/0", "\"CS201\""), "/students/0/electives/0", "not an elective"),
                fault(
                        t -> t.set("/students/2/electives", "[\"CS250\", \"CS250\"]"),
                        "/students/2/electives/1",
                        "twice"),
                fault(
                        t -> t.set("/batches/1/sections/0/size", "1")
                                .set("/students/2/group", "\"ECE-2A\"")
                                .set("/students/2/electives", "[\"CS250\"]"),
                        "/students/2/electives/0",
                        "(CS250)",
                        "ECE-2"),
                fault(t -> t.set("/personnel/0/department", "\"EEE\""), "/personnel/0/department", "(P1)", "(EEE)"),
                fault(t -> t.set("/courses/0/batches/0", "\"CSE-3\""), "/courses/0/batches/0", "(CSE-3)", "(CSE-2)"),
                fault(t -> t.set("/preferences/0/person", "\"P9\""), "/preferences/0/person", "(P9)"),
                fault(t -> t.set("/preferences/0/template", "\"CS201-X\""), "/preferences/0/template", "(CS201-X)"),
                fault(
                        t -> t.set(
                                "/preferences/1",
                                "{\"person\": \"P1\", \"template\": \"CS201-L\", \"bucket\": \"prefer\"}"),
                        "/preferences/1",
                        "(P1)",
                        "(CS201-L)",
                        "/preferences/0"),
                fault(t -> t.remove("/preferences/2/reason"), "/preferences/2/reason", "(P4)", "(cannot)"),
                fault(t -> t.set(LAB + "/after", "\"CS250-L\""), LAB + "/after", "(CS201-P)", "(CS250-L)"),
                fault(t -> t.set(LAB + "/after", "\"CS201-P\""), LAB + "/after", "after itself"),
                fault(t -> t.set(LAB + "/after", "\"CS201-Q\""), LAB + "/after", "(CS201-Q)", "does not exist"));
    }

    static Stream<Arguments> ofSupply() {
        return Stream.of(
                fault(t -> t.set(LAB + "/duration", "4"), LAB + "/duration", "(CS201-P)", "(4)", "(3)"),
                fault(t -> t.set(LAB + "/room_type", "\"computer-lap\""), LAB + "/room_type", "(computer-lab)"),
                fault(t -> t.set(LAB + "/room_type", "\"kitchen\""), LAB + "/room_type", "(kitchen)", "lecture"),
                fault(
                        t -> t.set(LAB + "/room_type", "\"electronics-lab\""),
                        LAB + "/room_type",
                        "belong to other departments",
                        "(CSE)"),
                fault(t -> t.set(LAB + "/equipment/0/quantity", "31"), LAB + "/equipment/0/quantity", "(31)", "(30)"),
                fault(
                        t -> t.set(LECTURE + "/equipment/0/quantity", "2"),
                        LECTURE + "/equipment/0/quantity",
                        "(projector)",
                        "(1) can be"),
                fault(t -> t.set("/rooms/2/capacity", "25"), LAB + "/room_type", "(26) students in (CSE-2A1)", "(25)"),
                fault(
                        t -> t.set("/rooms/0/capacity", "40")
                                .set("/rooms/0/equipment", "[{\"equipment\": \"projector\", \"quantity\": 3}]")
                                .set(LECTURE + "/equipment/0/quantity", "2"),
                        LECTURE + "/equipment",
                        "(50) students in (CSE-2A)",
                        "both"),
                fault(
                        t -> t.remove("/pins/1").set(LAB + "/personnel/1/role", "\"asistant\""),
                        LAB + "/personnel/1/role",
                        "(assistant)"),
                fault(t -> t.set(LAB + "/personnel/1/count", "3"), LAB + "/personnel/1/count", "(3)", "only (2)"),
                fault(t -> t.set(LECTURE + "/personnel/0/count", "3"), LECTURE + "/personnel/0/count", "only (2)"),
                fault(
                        t -> t.set(LECTURE + "/personnel/0/candidates/1", "\"P3\""),
                        LECTURE + "/personnel/0/candidates/1",
                        "(P3)",
                        "lecturer",
                        "[assistant]"),
                fault(
                        t -> t.set(LAB + "/personnel/1/role", "\"lecturer\""),
                        LAB + "/personnel/1/role",
                        "(lecturer) twice"),
                fault(t -> t.set("/batches/0/sections/0/size", "51"), "/batches/0/sections/0/size", "(51)", "(50)"),
                fault(t -> t.set("/batches/0/sections/1/size", "2"), "/batches/0/sections/1/size", "(CSE-2B)", "(3)"),
                fault(t -> t.set(LECTURE + "/min_days_between", "3"), LECTURE + "/min_days_between", "(4) days", "(3)"),
                fault(t -> t.remove("/pins/1").set(LAB + "/sessions_per_week", "0"), LAB + "/sessions_per_week", "(0)"),
                fault(t -> t.set("/personnel/0/max_slots_per_week", "-1"), "/personnel/0/max_slots_per_week", "(-1)"),
                fault(t -> t.set("/objective/spread", "-3"), "/objective/spread", "(-3)"));
    }

    static Stream<Arguments> ofPins() {
        return Stream.of(
                fault(
                        t -> t.set("/pins/0/activity", "\"CS201-L/CSE-2A/3\""),
                        "/pins/0/activity",
                        "(CS201-L/CSE-2A/3)",
                        "template/group/ordinal"),
                fault(
                        t -> t.remove("/pins/1/personnel").set("/pins/1/activity", "\"CS201-L/CSE-2A/1\""),
                        "/pins/1/activity",
                        "twice"),
                fault(t -> t.set("/pins/0/day", "\"friday\""), "/pins/0/day", "(friday)", "monday"),
                fault(t -> t.remove("/pins/0/day"), "/pins/0/day", "(2)"),
                fault(t -> t.remove("/pins/0/slot"), "/pins/0/slot", "(monday)"),
                fault(t -> t.set("/pins/0/slot", "6"), "/pins/0/slot", "(6)", "1 to 5"),
                fault(t -> t.set("/pins/1/slot", "3"), "/pins/1/slot", "(3)", "break"),
                fault(t -> t.set("/pins/0/room", "\"R7\""), "/pins/0/room", "(R7)"),
                fault(t -> t.set("/pins/0/personnel/0", "\"P8\""), "/pins/0/personnel/0", "(P8)"),
                fault(t -> t.set("/pins/0/personnel/0", "\"P3\""), "/pins/0/personnel", "[P3]", "1 × lecturer"),
                fault(t -> t.set("/pins/1/personnel", "[\"P2\", \"P2\"]"), "/pins/1/personnel/1", "twice"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"ofForm", "ofTheTerm", "ofReferences", "ofSupply", "ofPins"})
    void isToldOnceAndExactly(String name, UnaryOperator<Tiny> spoil, String where, List<String> words) {
        List<Fault> faults = faults(spoil.apply(Tiny.document()).json());
        assertThat(faults).as(name).extracting(Fault::where).containsExactly(where);
        assertThat(faults.get(0).message()).contains(words);
    }

    @Test
    void allAreToldAtOnce() {
        byte[] json = Tiny.document()
                .set("/rooms/0/colour", "\"blue\"")
                .set("/rooms/1/capacity", "\"sixty\"")
                .set("/students/0/group", "\"CSE-2C\"")
                .set("/students/1/id", "\"S1\"")
                .set(LAB + "/duration", "4")
                .set(LAB + "/room_type", "\"kitchen\"")
                .json();
        assertThat(faults(json))
                .extracting(Fault::where)
                .containsExactlyInAnyOrder(
                        "/rooms/0/colour",
                        "/rooms/1/capacity",
                        "/students/0/group",
                        "/students/1/id",
                        LAB + "/duration",
                        LAB + "/room_type");
    }

    @Test
    void brokenTextIsToldWithLineAndColumn() {
        Fault fault = faults("{\n  \"format\": \"horarium/1\",\n  oops\n}".getBytes(StandardCharsets.UTF_8))
                .get(0);
        assertThat(fault.where()).startsWith("line 3");
    }

    @Test
    void otherDocumentsAreRefused() {
        assertThat(faults(bytes("[1]")).get(0).message()).contains("JSON object");
        assertThat(faults(bytes("")).get(0).message()).contains("JSON object");
        assertThat(faults(bytes("{}"))).extracting(Fault::where).containsExactly("/format");
        assertThat(faults(bytes("{\"format\": \"horarium/2\"}")).get(0).message())
                .contains("(horarium/2)");
        assertThat(faults(bytes("{\"format\": \"horarium/1\"} {}")).get(0).where())
                .startsWith("line 1");
        assertThat(faults(bytes("{\"format\": 1, \"format\": 2}")).get(0).message())
                .contains("uplicate");
        assertThat(faults(bytes("[".repeat(100_000))).get(0).message()).contains("nesting");
    }

    @Test
    void thousandsOfFaultsAreCut() {
        Tiny tiny = Tiny.document().set("/pins", "[]").set("/students", "[]");
        for (int i = 0; i < 2_000; i++) {
            tiny.set("/pins/-", "{\"activity\": \"no\\nne/x/" + i + "\"}");
        }
        List<Fault> faults = faults(tiny.json());
        assertThat(faults).hasSize(501);
        assertThat(faults.get(0).toString()).doesNotContain("\n");
        assertThat(faults.get(500).message()).contains("more than 500");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
