package org.horarium.server.institution.records;

/** How the values of a column are written. The canonical text of each is what {@link Values} makes of it. */
public enum ColumnType {
    /** External id, unique within its kind. */
    CODE,
    /** One line for people. */
    TEXT,
    /** Address. */
    EMAIL,
    /** Whole number. */
    NUMBER,
    /** {@code yes} or {@code no}. */
    YES_NO,
    /** {@code 2026-10-05}. */
    DATE,
    /** IANA name. */
    ZONE,
    /** One of a few words. */
    CHOICE,
    /** Code of another record. */
    REFERENCE,
    /** Codes of other records: {@code F1; F2}. */
    REFERENCES,
    /** A word that makes its own record when it is new: type of room. */
    WORD,
    /** Such words: {@code lecturer; assistant}. */
    WORDS,
    /** Numbers of things: {@code 1 projector; 30 pc}. */
    COUNTS,
    /** Spans of the week: {@code monday 08:00-10:00; friday 13:00-15:00}. */
    SPANS,
    /** Days of the week in order: {@code monday; tuesday}. */
    DAYS,
    /** Spans of the day: {@code 09:00-10:00; 10:00-11:00}. */
    SLOTS,
    /** Named spans of the day: {@code Lunch 12:00-13:00}. */
    BREAKS,
    /** Named dates: {@code 2026-10-26 National Day}. */
    HOLIDAYS,
    /** People needed: {@code 1 lecturer: F1, F2; 2 assistant}. */
    NEEDS,
    /** Counted by the program, only to be looked at. */
    DERIVED
}
