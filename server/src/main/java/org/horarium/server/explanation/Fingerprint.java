package org.horarium.server.explanation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.horarium.formats.college.College;
import org.horarium.formats.json.CollegeJson;

/** Tells whether two explanations are about the same data. */
public final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256 of all that a schedule plans and plans with. */
    public static String of(College college) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CollegeJson.write(college)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
