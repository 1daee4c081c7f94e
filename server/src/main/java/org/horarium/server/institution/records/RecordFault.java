package org.horarium.server.institution.records;

/**
 * Why something can't be written.
 *
 * @param origin where the value stands
 * @param column name of the column; empty when it is about the whole record
 * @param message which value, what is wrong, what to try
 */
public record RecordFault(RecordEdit.Origin origin, String column, String message) {}
