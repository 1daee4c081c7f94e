package org.horarium.server.assessmentcentre.sheet;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.horarium.server.assessmentcentre.PlanVersion;
import org.horarium.server.assessmentcentre.view.By;
import org.horarium.server.assessmentcentre.view.Encounters;
import org.horarium.server.assessmentcentre.view.Gantt;
import org.horarium.server.assessmentcentre.view.Lists;
import org.horarium.server.document.PdfPrinter;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints a plan. */
@Component
public class Sheets {
    private final PdfPrinter printer;

    Sheets(PdfPrinter printer) {
        this.printer = printer;
    }

    /** What can be printed. */
    public enum Kind {
        /** For each participant: times, rooms and breaks, and nothing about others. */
        PARTICIPANTS(By.PARTICIPANT),
        /** For each assessor: whom they meet when and where. */
        ASSESSORS(By.ASSESSOR),
        /** For the door of each room: what takes place, in large letters and without names of participants. */
        ROOMS(By.ROOM),
        /** For the coordinator: bars of everybody, and who assesses whom. */
        OVERVIEW(null);

        private final @Nullable By by;

        Kind(@Nullable By by) {
            this.by = by;
        }

        /** The word in addresses and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of a word.
         *
         * @throws NotFoundException if it is none
         */
        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("There is no sheet '%s'.".formatted(code)));
        }
    }

    /**
     * Prints sheets, each on its own page.
     *
     * @param of id of the one to print; null for all
     * @throws NotFoundException if nobody has the id
     */
    public byte[] pdf(PlanVersion version, Kind kind, @Nullable String of, Locale locale) {
        Map<String, Object> model = new HashMap<>();
        model.put("version", version);
        model.put("printed", ZonedDateTime.now(version.centre().timeZone()).truncatedTo(ChronoUnit.MINUTES));
        By by = kind.by;
        if (by == null) {
            model.put(
                    "gantts",
                    By.drawn().stream()
                            .map(each -> Gantt.of(version.centre(), version.plan(), each, s -> null))
                            .toList());
            model.put("encounters", Encounters.of(version.centre(), version.plan()));
            return printer.print("assessmentcentre/sheet/overview", model, locale);
        }
        model.put("kind", kind);
        model.put("sheets", sheets(version, by, of));
        return printer.print("assessmentcentre/sheet/people", model, locale);
    }

    private static List<Lists.Sheet> sheets(PlanVersion version, By by, @Nullable String of) {
        if (of == null) {
            return Lists.all(version.centre(), version.plan(), by, s -> null);
        }
        Lists.Sheet one = Lists.one(version.centre(), version.plan(), by, of);
        if (one == null) {
            throw new NotFoundException("There is nobody and nothing with the id '%s' here.".formatted(of));
        }
        return List.of(one);
    }
}
