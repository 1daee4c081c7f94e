package org.horarium.server.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The tables of a database, written and read in PostgreSQL's own text form ({@code COPY}). Rows are written in the order of
 * their keys, so the same content has the same checksum wherever it lies.
 */
final class Content {
    private static final String FLYWAY = "flyway_schema_history";

    private final Connection connection;

    Content(Connection connection) throws SQLException {
        this.connection = connection;
        execute("set datestyle = 'ISO'");
        execute("set intervalstyle = 'postgres'");
        execute("set bytea_output = 'hex'");
        execute("set timezone = 'UTC'");
    }

    /** From here to the end of the transaction one and the same moment is seen, whatever others do. */
    void holdMoment() throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        execute("set transaction read only");
    }

    String now() throws SQLException {
        return strings("select to_char(now(), 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
                .get(0);
    }

    /** Whether there is any table. */
    boolean isEmpty() throws SQLException {
        return strings("select tablename from pg_tables where schemaname = 'public' limit 1")
                .isEmpty();
    }

    List<Manifest.Migration> migrations() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select version, checksum from " + FLYWAY
                        + " where success and version is not null order by installed_rank")) {
            List<Manifest.Migration> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new Manifest.Migration(rows.getString(1), rows.getInt(2)));
            }
            return all;
        }
    }

    /** Names of all tables but Flyway's, which belongs to the schema and not to the content. */
    List<String> tables() throws SQLException {
        return strings("select tablename from pg_tables where schemaname = 'public' and tablename <> '" + FLYWAY
                + "' order by tablename");
    }

    /** Columns that are stored, in order. */
    List<String> columns(String table) throws SQLException {
        return strings(
                "select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped"
                        + " and attgenerated = '' order by attnum",
                "public." + quoted(table));
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sequencename, last_value from pg_sequences"
                        + " where schemaname = 'public' and last_value is not null order by sequencename")) {
            List<Manifest.Sequence> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new Manifest.Sequence(rows.getString(1), rows.getLong(2)));
            }
            return all;
        }
    }

    /** Writes a table. */
    Manifest.Table write(String table, List<String> columns, OutputStream out) throws SQLException, IOException {
        MessageDigest digest = sha256();
        // the stream belongs to the caller
        DigestOutputStream hashed = new DigestOutputStream(out, digest);
        long rows = copies().copyOut(
                        "copy (select %s from public.%s order by %s) to stdout"
                                .formatted(list(columns), quoted(table), order(table, columns)),
                        hashed);
        return new Manifest.Table(table, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }

    /** The columns of the primary key; all of them where there is none. */
    private String order(String table, List<String> columns) throws SQLException {
        List<String> key = strings(
                "select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)"
                        + " where i.indisprimary and i.indrelid = ?::regclass order by array_position(i.indkey, a.attnum)",
                "public." + quoted(table));
        return key.isEmpty()
                ? columns.stream().map(c -> quoted(c) + "::text").collect(Collectors.joining(", "))
                : list(key);
    }

    /** Reads the rows of a table into it. */
    void read(Manifest.Table table, InputStream in) throws SQLException, IOException {
        copies().copyIn("copy public.%s (%s) from stdin".formatted(quoted(table.name()), list(table.columns())), in);
    }

    /** Sets a counter. */
    void set(Manifest.Sequence sequence) throws SQLException {
        strings("select setval(?::regclass, " + sequence.value() + ")::text", "public." + quoted(sequence.name()));
    }

    /** Rows are taken as they are: triggers and references are for what people do, not for a copy of what was right. */
    void withoutTriggers() throws SQLException {
        execute("set session_replication_role = replica");
    }

    /** What migrations themselves have put into tables. */
    void clear(List<String> tables) throws SQLException {
        if (!tables.isEmpty()) {
            execute("truncate "
                    + tables.stream().map(t -> "public." + quoted(t)).collect(Collectors.joining(", ")));
        }
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private List<String> strings(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
            return all;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Content::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
