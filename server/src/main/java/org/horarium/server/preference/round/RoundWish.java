package org.horarium.server.preference.round;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.preference.sheet.Texts;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a round to be, as a form sends it.
 *
 * @param deadline {@code 2026-10-01T18:00}, on the clocks of the zone
 * @param zone IANA name
 * @param vetoBudget 0 to {@value #MOST_VETOES}
 * @param note at most {@value #NOTE_LENGTH} characters
 * @param remindHours hours before the deadline, {@code 48, 4}; nothing for no reminders
 */
public record RoundWish(
        @Nullable String deadline,
        @Nullable String zone,
        @Nullable Integer vetoBudget,
        @Nullable String note,
        @Nullable String remindHours) {
    private static final int MOST_VETOES = 50;
    private static final int NOTE_LENGTH = 2000;
    private static final int MOST_HOURS = 720;
    private static final int MOST_REMINDERS = 5;
    private static final Duration FURTHEST = Duration.ofDays(730);

    /** A wish that can be met. */
    record Checked(Instant deadline, ZoneId zone, int vetoBudget, String note, List<Integer> remindHours) {}

    /**
     * Checks everything.
     *
     * @param now the deadline must come after it
     * @throws InvalidInputException with all faults
     */
    Checked check(Instant now, Texts texts) {
        List<InputError> faults = new ArrayList<>();
        ZoneId zoneId = zone(faults, texts);
        Instant at = deadline == null || zoneId == null ? null : deadline(deadline, zoneId, now, faults, texts);
        if (deadline == null) {
            faults.add(new InputError("/deadline", texts.of("preference.fault.deadline.missing")));
        }
        int budget = vetoBudget == null ? 0 : vetoBudget;
        if (budget < 0 || budget > MOST_VETOES) {
            faults.add(new InputError("/vetoBudget", texts.of("preference.fault.vetoes", budget, MOST_VETOES)));
        }
        String words = note == null ? "" : note.strip();
        if (words.length() > NOTE_LENGTH) {
            faults.add(new InputError("/note", texts.of("preference.fault.note", NOTE_LENGTH)));
        }
        List<Integer> hours = hours(remindHours == null ? "" : remindHours, faults, texts);
        if (zoneId == null || at == null || !faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        return new Checked(at, zoneId, budget, words, hours);
    }

    /** Each once, the earliest reminder first. */
    private static List<Integer> hours(String text, List<InputError> faults, Texts texts) {
        TreeSet<Integer> hours = new TreeSet<>(Comparator.reverseOrder());
        for (String part : text.strip().split("[,;\\s]+", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            int number = part.matches("\\d{1,4}") ? Integer.parseInt(part) : 0;
            if (number < 1 || number > MOST_HOURS) {
                faults.add(new InputError("/remindHours", texts.of("preference.fault.remind", part, MOST_HOURS)));
                return List.of();
            }
            hours.add(number);
        }
        if (hours.size() > MOST_REMINDERS) {
            faults.add(new InputError("/remindHours", texts.of("preference.fault.remind.many", MOST_REMINDERS)));
            return List.of();
        }
        return List.copyOf(hours);
    }

    private @Nullable ZoneId zone(List<InputError> faults, Texts texts) {
        try {
            if (zone != null && ZoneId.getAvailableZoneIds().contains(zone)) {
                return ZoneId.of(zone);
            }
        } catch (DateTimeException e) {
            // told below
        }
        faults.add(new InputError("/zone", texts.of("preference.fault.zone", String.valueOf(zone))));
        return null;
    }

    private static @Nullable Instant deadline(
            String text, ZoneId zone, Instant now, List<InputError> faults, Texts texts) {
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(text.strip());
        } catch (DateTimeException e) {
            faults.add(new InputError("/deadline", texts.of("preference.fault.deadline.form", text)));
            return null;
        }
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            faults.add(new InputError("/deadline", texts.of("preference.fault.deadline.gap", text, zone.getId())));
            return null;
        }
        Instant at = local.atZone(zone).toInstant();
        if (!at.isAfter(now)) {
            faults.add(new InputError("/deadline", texts.of("preference.fault.deadline.past", text, zone.getId())));
            return null;
        }
        if (at.isAfter(now.plus(FURTHEST))) {
            faults.add(new InputError("/deadline", texts.of("preference.fault.deadline.far", text)));
            return null;
        }
        return at;
    }
}
