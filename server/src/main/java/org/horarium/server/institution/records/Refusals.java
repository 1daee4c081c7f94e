package org.horarium.server.institution.records;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;

/** Says in words for people why the database refused a change. */
final class Refusals {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("term_overlap", "Two terms would run at the same time. A person and a room have one week only."),
            Map.entry(
                    "term_academic_year_semester_key",
                    "There is a term of this semester of the academic year already."),
            Map.entry(
                    "student_elective_course_id_elective_fkey",
                    "Students chose this course, or would choose one that is not elective."),
            Map.entry(
                    "attendee_group_parent_id_parent_kind_fkey",
                    "A group must be part of a batch, or of a section that is part of a batch."),
            Map.entry("pin_term_id_day_fkey", "An activity is pinned to a day that would go. Remove the pin first."),
            Map.entry(
                    "pin_term_id_period_kind_start_time_fkey",
                    "An activity is pinned to a slot that would go. Remove the pin first."));

    private Refusals() {}

    static String explain(DataAccessException refusal) {
        ServerErrorMessage server = server(refusal);
        if (server == null) {
            return "The database refused it. Try again.";
        }
        String constraint = server.getConstraint();
        String words = constraint == null ? null : WORDS.get(constraint);
        if (words != null) {
            return words;
        }
        String detail = server.getDetail();
        return "The database refused it: " + server.getMessage() + (detail == null ? "" : " " + detail);
    }

    private static @Nullable ServerErrorMessage server(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BatchUpdateException batch && batch.getNextException() instanceof PSQLException next) {
                return next.getServerErrorMessage();
            }
            if (cause instanceof PSQLException refused) {
                return refused.getServerErrorMessage();
            }
            if (cause instanceof SQLException sql && sql.getNextException() instanceof PSQLException next) {
                return next.getServerErrorMessage();
            }
        }
        return null;
    }
}
