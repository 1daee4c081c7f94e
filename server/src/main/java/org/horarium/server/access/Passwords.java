package org.horarium.server.access;

import java.security.SecureRandom;

/** Passwords that are made for people, to be read aloud or typed once: no letters that look alike. */
final class Passwords {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 14;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** A new one of 70 random bits. */
    static String random() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
