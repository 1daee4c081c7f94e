package org.horarium.server.preference.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.Secrets;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes sheets. */
@Service
public class PreferenceSheets {
    private static final String SELECT = """
            SELECT sheet.*, round.schedule_id, round.time_zone, round.veto_budget, round.note,
                   schedule.name AS schedule_name, term.name AS term_name,
                   personnel.code AS person_code, personnel.name AS person_name, personnel.email AS person_email,
                   greatest(round.deadline, sheet.open_until) AS until,
                   schedule.status = 'COLLECTING'
                       AND clock_timestamp() < greatest(round.deadline, sheet.open_until) AS open,
                   submission.number, submission.content, submission.content_hash, submission.submitted_at,
                   submission.proxy, submission.draft_version AS submitted_version
            FROM preference_sheet sheet
            JOIN preference_round round ON round.id = sheet.round_id
            JOIN schedule ON schedule.id = round.schedule_id
            JOIN term ON term.id = schedule.term_id
            JOIN personnel ON personnel.id = sheet.personnel_id
            LEFT JOIN preference_submission submission ON submission.sheet_id = sheet.id
                AND submission.number = (SELECT max(number) FROM preference_submission WHERE sheet_id = sheet.id)
            WHERE sheet.id = ?
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Items items;
    private final WeekSlots weeks;
    private final Counting counting;
    private final List<SubmissionListener> listeners;
    private final Texts texts;
    private final AuditLog audit;

    PreferenceSheets(
            JdbcClient jdbc,
            JsonMapper json,
            Items items,
            WeekSlots weeks,
            Counting counting,
            List<SubmissionListener> listeners,
            Texts texts,
            AuditLog audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.items = items;
        this.weeks = weeks;
        this.counting = counting;
        this.listeners = List.copyOf(listeners);
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * A sheet.
     *
     * @throws NotFoundException when there is none
     */
    public Sheet get(UUID id) {
        return jdbc.sql(SELECT)
                .param(id)
                .query((row, n) -> sheet(row))
                .optional()
                .orElseThrow(() -> new NotFoundException("There is no such sheet of preferences."));
    }

    private Sheet sheet(ResultSet row) throws SQLException {
        String draft = row.getString("draft");
        int number = row.getInt("number");
        return new Sheet(
                row.getObject("id", UUID.class),
                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                row.getString("schedule_name"),
                row.getString("term_name"),
                new Sheet.Person(
                        row.getObject("personnel_id", UUID.class),
                        row.getString("person_code"),
                        row.getString("person_name"),
                        row.getString("person_email")),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("open"),
                row.getInt("veto_budget"),
                row.getString("note"),
                row.getObject("seed", UUID.class),
                draft == null ? SheetContent.EMPTY : content(draft),
                row.getLong("draft_version"),
                instant(row, "draft_at"),
                number == 0
                        ? null
                        : new Sheet.Submission(
                                number,
                                content(row.getString("content")),
                                HexFormat.of().formatHex(row.getBytes("content_hash")),
                                row.getObject("submitted_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("proxy"),
                                row.getLong("submitted_version")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private SheetContent content(String text) {
        return json.readValue(text, SheetContent.class);
    }

    /**
     * Keeps a draft.
     *
     * @param id the sheet
     * @param version of the draft that was changed
     * @param content all of it
     * @param proxy who writes it for the person; null for themselves
     * @return the sheet afterwards
     * @throws SheetClosedException when it is too late, at the moment of the write
     * @throws StaleEditException when somebody else saved meanwhile
     * @throws InvalidInputException with all faults
     */
    @Transactional
    public Sheet save(UUID id, long version, SheetContent content, @Nullable String proxy) {
        return write(id, version, content, proxy);
    }

    private Sheet write(UUID id, long version, SheetContent content, @Nullable String proxy) {
        Sheet sheet = lock(id);
        if (sheet.version() != version) {
            if (content.equals(sheet.draft())) {
                // the same once more: the answer to the first time was lost on its way
                return sheet;
            }
            throw new StaleEditException(texts.of("portal.fault.stale"));
        }
        List<Item> own = items.of(sheet.schedule(), sheet.person().id(), sheet.seed());
        List<InputError> faults = SheetChecks.draft(
                content, own, weeks.of(sheet.schedule(), sheet.person().id()), texts);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        if (content.equals(sheet.draft()) && sheet.savedAt() != null) {
            return sheet;
        }
        jdbc.sql("""
                        UPDATE preference_sheet SET draft = CAST(:draft AS jsonb), draft_version = draft_version + 1,
                               draft_at = now(), draft_by = :proxy
                        WHERE id = :id
                        """)
                .param("draft", json.writeValueAsString(content))
                .param("proxy", proxy)
                .param("id", id)
                .update();
        return get(id);
    }

    /**
     * The sheet, with everybody else kept from writing it, and the round and the schedule kept from being closed, until the
     * transaction ends.
     */
    private Sheet lock(UUID id) {
        Optional<UUID> found = jdbc.sql("""
                        SELECT sheet.id FROM preference_sheet sheet
                        JOIN preference_round round ON round.id = sheet.round_id
                        JOIN schedule ON schedule.id = round.schedule_id
                        WHERE sheet.id = ? FOR UPDATE OF sheet FOR SHARE OF round, schedule
                        """).param(id).query(UUID.class).optional();
        if (found.isEmpty()) {
            throw new NotFoundException("There is no such sheet of preferences.");
        }
        // read anew: the rows may have changed while they were waited for
        Sheet sheet = get(id);
        if (!sheet.open()) {
            throw new SheetClosedException(texts.of("portal.fault.closed"));
        }
        return sheet;
    }

    /**
     * Keeps a draft and makes it what counts. The same words submitted a second time, from the same window, are the same
     * submission.
     *
     * @return the sheet afterwards, with its submission
     * @throws SheetClosedException when it is too late, at the moment of the write
     * @throws StaleEditException when somebody else saved meanwhile
     * @throws InvalidInputException with all faults
     */
    @Transactional
    public Sheet submit(UUID id, long version, SheetContent content, @Nullable String proxy) {
        Sheet before = lock(id);
        Sheet.Submission last = before.submission();
        if (last != null && last.content().equals(content) && last.content().equals(before.draft())) {
            return before;
        }
        Sheet sheet = write(id, version, content, proxy);
        List<Item> own = items.of(sheet.schedule(), sheet.person().id(), sheet.seed());
        List<InputError> faults = new ArrayList<>(SheetChecks.submission(content, own, sheet.vetoBudget(), texts));
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        String text = json.writeValueAsString(content);
        int number = last == null ? 1 : last.number() + 1;
        jdbc.sql("""
                        INSERT INTO preference_submission (sheet_id, number, content, content_hash, draft_version, proxy)
                        VALUES (:sheet, :number, CAST(:content AS jsonb), :hash, :version, :proxy)
                        """)
                .param("sheet", id)
                .param("number", number)
                .param("content", text)
                .param("hash", Secrets.hash(text))
                .param("version", sheet.version())
                .param("proxy", proxy)
                .update();
        counting.replace(
                sheet, content, weeks.of(sheet.schedule(), sheet.person().id()));
        Sheet submitted = get(id);
        audit.record(
                proxy == null ? "personnel " + sheet.person().code() : proxy,
                "preference.submitted",
                sheet.schedule().toString(),
                Map.of("person", sheet.person().code(), "number", number, "proxy", proxy != null));
        listeners.forEach(listener -> listener.submitted(submitted, own));
        return submitted;
    }

    /** What the person submitted for another schedule last, or else their standing preferences; nothing when neither. */
    public Optional<SheetContent> earlier(Sheet sheet) {
        Optional<SheetContent> submitted = jdbc.sql("""
                        SELECT submission.content
                        FROM preference_submission submission
                        JOIN preference_sheet other ON other.id = submission.sheet_id
                        WHERE other.personnel_id = ? AND other.id <> ?
                        ORDER BY submission.submitted_at DESC LIMIT 1
                        """)
                .params(sheet.person().id(), sheet.id())
                .query((row, n) -> content(row.getString("content")))
                .optional();
        List<SheetContent.Entry> standing = submitted.isPresent()
                ? List.of()
                : counting.standing(sheet.person().id());
        List<UUID> own = items.of(sheet.schedule(), sheet.person().id(), sheet.seed()).stream()
                .map(Item::template)
                .toList();
        WeekSlots.Week week = weeks.of(sheet.schedule(), sheet.person().id());
        return submitted
                .or(() -> Optional.of(new SheetContent(standing, List.of(), "")))
                .map(content -> new SheetContent(
                        content.entries().stream()
                                .filter(entry -> own.contains(entry.template()))
                                .toList(),
                        content.unavailable().stream().filter(week::has).toList(),
                        ""))
                .filter(content -> !content.saysNothing());
    }
}
