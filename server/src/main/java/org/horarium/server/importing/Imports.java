package org.horarium.server.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.importing.files.DataFiles;
import org.horarium.server.importing.files.SheetData;
import org.horarium.server.institution.records.ChangePlan;
import org.horarium.server.institution.records.RecordChange;
import org.horarium.server.institution.records.RecordEdit;
import org.horarium.server.institution.records.RecordFault;
import org.horarium.server.institution.records.Records;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Uploaded files between upload and import: kept for a day, looked at as often as wanted, written once. */
@Service
public class Imports {
    private static final int READERS = 2;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Records records;
    /** Files are read into memory, so only a few at a time; who comes later waits. */
    private final Semaphore readers = new Semaphore(READERS);

    Imports(JdbcClient jdbc, JsonMapper json, Records records) {
        this.jdbc = jdbc;
        this.json = json;
        this.records = records;
    }

    /**
     * An uploaded file with what it means.
     *
     * @param id its key
     * @param names names of the files
     * @param sheets what is in them
     * @param mapping what it means
     */
    public record Draft(UUID id, String names, List<SheetData> sheets, Mapping mapping) {
        public Draft {
            sheets = List.copyOf(sheets);
        }
    }

    /**
     * What an import would do.
     *
     * @param plan the changes and faults
     * @param fingerprint of the changes; the import writes only what has this one
     */
    public record Preview(ChangePlan plan, String fingerprint) {}

    /**
     * Reads files and keeps what is in them for a day.
     *
     * @throws org.horarium.formats.FormatException when one can't be read
     */
    public UUID upload(List<DataFiles.Upload> files, Actor actor) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        List<SheetData> sheets;
        readers.acquireUninterruptibly();
        try {
            sheets = DataFiles.read(files);
        } finally {
            readers.release();
        }
        jdbc.sql("DELETE FROM import_draft WHERE created_at < now() - interval '1 day' OR account_id = ?")
                .param(actor.accountId())
                .update();
        return jdbc.sql("""
                        INSERT INTO import_draft (account_id, names, sheets, mapping)
                        VALUES (?, ?, ?::json, ?::json) RETURNING id
                        """)
                .params(
                        actor.accountId(),
                        String.join(
                                ", ", files.stream().map(DataFiles.Upload::name).toList()),
                        text(sheets),
                        text(Mapping.guess(sheets)))
                .query(UUID.class)
                .single();
    }

    /** PostgreSQL knows no character zero. */
    private String text(Object value) {
        return json.writeValueAsString(value).replace("\\u0000", "");
    }

    /**
     * A file that somebody uploaded.
     *
     * @throws NotFoundException when there is none of theirs
     */
    public Draft get(UUID id, Actor actor) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        return jdbc.sql("SELECT * FROM import_draft WHERE id = ? AND account_id = ?")
                .params(id, actor.accountId())
                .query((row, n) -> new Draft(
                        id,
                        row.getString("names"),
                        json.readValue(row.getString("sheets"), new TypeReference<List<SheetData>>() {}),
                        json.readValue(row.getString("mapping"), Mapping.class)))
                .optional()
                .orElseThrow(() -> new NotFoundException("There is no upload (" + id
                        + ") of yours. Uploads are kept for a day; upload the file again."));
    }

    /** Says what the sheets and columns mean. */
    public void map(UUID id, Mapping mapping, Actor actor) {
        get(id, actor);
        jdbc.sql("UPDATE import_draft SET mapping = ?::json WHERE id = ?")
                .params(text(mapping), id)
                .update();
    }

    /** What an import would do now. Writes nothing. */
    public Preview preview(Draft draft, Actor actor) {
        List<RecordFault> faults = new ArrayList<>();
        ChangePlan plan = records.plan(draft.mapping().edits(draft.sheets(), faults), actor);
        faults.addAll(plan.faults());
        ChangePlan whole = new ChangePlan(plan.changes(), faults);
        return new Preview(whole, fingerprint(whole));
    }

    /**
     * Writes an import in one transaction.
     *
     * @param fingerprint of the preview that somebody looked at
     * @return id by which it can be undone
     * @throws ConflictException when there are faults, or the data changed since the preview
     */
    public UUID commit(UUID id, String fingerprint, Actor actor) {
        Draft draft = get(id, actor);
        List<RecordFault> faults = new ArrayList<>();
        List<RecordEdit> edits = draft.mapping().edits(draft.sheets(), faults);
        if (!faults.isEmpty()) {
            throw new ConflictException(faults.get(0).message());
        }
        Records.Done done = records.apply(
                edits, actor, "imported", plan -> fingerprint(plan).equals(fingerprint));
        if (!done.plan().possible()) {
            throw new ConflictException("The import has faults ("
                    + done.plan().faults().size() + "); nothing was written. Look at the preview.");
        }
        if (done.undo() == null) {
            throw new ConflictException(
                    done.plan().effective().isEmpty()
                            ? "The file changes nothing."
                            : "The data changed since the preview; nothing was written. Look at the preview again.");
        }
        jdbc.sql("DELETE FROM import_draft WHERE id = ?").param(id).update();
        return done.undo();
    }

    private static String fingerprint(ChangePlan plan) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (RecordChange change : plan.effective()) {
                String text = change.kind() + " " + change.code() + " "
                        + (change.before() == null ? "-" : new TreeMap<>(change.before())) + " "
                        + (change.after() == null ? "-" : new TreeMap<>(change.after()));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
