package org.horarium.server.platform;

/**
 * One thing wrong with what a client sent.
 *
 * @param pointer the place as a JSON pointer ({@code /batch_id}), empty for the whole
 * @param detail which value, what is wrong with it and what to do
 */
public record InputError(String pointer, String detail) {}
