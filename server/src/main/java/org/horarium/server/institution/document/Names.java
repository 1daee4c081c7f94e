package org.horarium.server.institution.document;

import java.util.Locale;

/** Names for people, for what documents know by code only. */
final class Names {
    private Names() {}

    /** {@code computer-lab} becomes {@code Computer lab}. */
    static String ofCode(String code) {
        String words = code.replace('-', ' ').replace('_', ' ').strip();
        return words.isEmpty() ? code : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
