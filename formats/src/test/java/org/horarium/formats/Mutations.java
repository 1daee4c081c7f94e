package org.horarium.formats;

import java.util.Random;

/** Damages a text at random: cuts, doublings, swaps, changed digits and characters. */
public final class Mutations {
    private Mutations() {}

    /** The text after a few random damages. */
    public static String of(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int left = 1 + random.nextInt(6); left > 0 && damaged.length() > 2; left--) {
            int from = random.nextInt(damaged.length());
            int to = Math.min(damaged.length(), from + 1 + random.nextInt(40));
            switch (random.nextInt(7)) {
                case 0 -> damaged.delete(from, to);
                case 1 -> damaged.insert(from, damaged.substring(from, to));
                case 2 -> damaged.setLength(Math.max(2, from));
                case 3 -> damaged.setCharAt(from, (char) random.nextInt(0x3000));
                case 4 -> damaged.insert(from, "-");
                case 5 -> digit(damaged, from, random);
                default -> line(damaged, from, random);
            }
        }
        return damaged.toString();
    }

    /** Replaces the next digit by a number that is rather large. */
    private static void digit(StringBuilder text, int from, Random random) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                text.replace(
                        i, i + 1, Integer.toString(random.nextInt(random.nextBoolean() ? 100 : Integer.MAX_VALUE)));
                return;
            }
        }
    }

    /** Moves or doubles a whole line. */
    private static void line(StringBuilder text, int from, Random random) {
        int start = text.lastIndexOf("\n", from) + 1;
        int end = text.indexOf("\n", from) + 1;
        if (end <= start) {
            return;
        }
        String line = text.substring(start, end);
        if (random.nextBoolean()) {
            text.delete(start, end);
        }
        int target = text.indexOf("\n", random.nextInt(Math.max(1, text.length()))) + 1;
        text.insert(target, line);
    }
}
