package org.horarium.server.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a token may be used for. It never allows more than its owner may do. */
enum TokenScope {
    /** Timetables, where they stand, and jobs; nothing is changed. */
    TIMETABLES_READ("timetables:read"),
    /** Move, park and pin activities of drafts. */
    TIMETABLES_EDIT("timetables:edit"),
    /** Start, stop and cancel jobs, choose a variant. */
    GENERATE("generate"),
    /** Submit, approve, reject, ask for changes, publish. */
    DECIDE("decide"),
    /** Departments, people, rooms, courses, terms, schedules; nothing is changed. */
    DATA_READ("data:read"),
    /** Change and import them. */
    DATA_WRITE("data:write"),
    /** Assessment centres and their plans; nothing is changed. */
    CENTRES_READ("centres:read"),
    /** Change and plan them, and their run day. */
    CENTRES_WRITE("centres:write"),
    /** Whatever the owner may do, pages too. */
    ALL("all");

    private final String code;

    TokenScope(String code) {
        this.code = code;
    }

    /** The word in the database, in REST and in forms; public for the templates. */
    public String code() {
        return code;
    }

    /** The scope of a word; nothing when there is none. */
    static Optional<TokenScope> of(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }

    /** The words of all, for messages. */
    static List<String> codes() {
        return Arrays.stream(values()).map(TokenScope::code).toList();
    }
}
