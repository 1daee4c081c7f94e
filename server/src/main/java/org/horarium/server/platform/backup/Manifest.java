package org.horarium.server.platform.backup;

import java.util.List;

/**
 * What a backup file says about itself.
 *
 * @param format {@value #FORMAT}; another number is another kind of file
 * @param createdAt moment that the content is of, by the database's clock, ISO 8601
 * @param migrations the schema of the content: all migrations of the database, in order
 * @param tables the content
 * @param sequences where the counters stand
 */
record Manifest(
        int format, String createdAt, List<Migration> migrations, List<Table> tables, List<Sequence> sequences) {
    static final int FORMAT = 1;

    /**
     * A migration that the database has had.
     *
     * @param version for example {@code 031}
     * @param checksum Flyway's
     */
    record Migration(String version, int checksum) {}

    /**
     * A table of the file.
     *
     * @param name without schema
     * @param columns those that are stored; what PostgreSQL computes is left out
     * @param rows how many
     * @param sha256 of its entry, in hex
     */
    record Table(String name, List<String> columns, long rows, String sha256) {
        /** Its entry in the file. */
        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /**
     * A counter.
     *
     * @param name without schema
     * @param value last number given out
     */
    record Sequence(String name, long value) {}

    /** Number of rows of all tables. */
    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
