package org.horarium.server.publishing.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.institution.TermCalendar;
import org.horarium.server.institution.TermCalendars;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.publishing.file.Exports;
import org.horarium.server.publishing.file.Format;
import org.horarium.server.publishing.file.Paper;
import org.horarium.server.publishing.file.Sheets;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.OwnTimetables;
import org.horarium.server.timetable.Perspective;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.TimetableView;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Timetables as files: any revision for those who plan, what is in force for whom it concerns. */
@RestController
class ExportController {
    private final Exports exports;
    private final Timetables timetables;
    private final OwnTimetables own;
    private final Schedules schedules;
    private final ScheduleFrames frames;
    private final TermCalendars terms;

    ExportController(
            Exports exports,
            Timetables timetables,
            OwnTimetables own,
            Schedules schedules,
            ScheduleFrames frames,
            TermCalendars terms) {
        this.exports = exports;
        this.timetables = timetables;
        this.own = own;
        this.schedules = schedules;
        this.frames = frames;
        this.terms = terms;
    }

    /**
     * A revision as a file.
     *
     * @param id the revision's workflow id
     * @param format pdf, xlsx, csv, ics or json
     * @param by group, person or room
     * @param of code of the one whose week is wanted; all if missing
     * @param paper A4 or A3, for pdf
     */
    @GetMapping("/api/timetables/{id}/export")
    ResponseEntity<byte[]> revision(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "pdf") String format,
            @RequestParam(defaultValue = "group") String by,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(defaultValue = "A4") String paper,
            Locale locale) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        Revision revision = timetables
                .summary(id)
                .flatMap(summary -> timetables.find(summary.id()))
                .orElseThrow(() -> new NotFoundException("There is no timetable revision (%s).".formatted(id)));
        Schedule schedule = frames.open(revision.schedule(), "", actor).schedule();
        List<TimetableView> weeks = Exports.weeks(revision, Perspective.of(by), of, locale);
        if (weeks.isEmpty()) {
            throw new NotFoundException("Revision %d has nothing to show by %s%s."
                    .formatted(revision.number(), by, of == null ? "" : " for '" + of + "'"));
        }
        return answer(
                new Sheets(schedule.name(), revision, term(schedule), weeks, Instant.now()), format, paper, locale);
    }

    /** The own week as a file, as it is in force today or will be first. */
    @GetMapping("/timetable/export")
    ResponseEntity<byte[]> own(
            Actor actor,
            @RequestParam(defaultValue = "pdf") String format,
            @RequestParam(defaultValue = "A4") String paper,
            Locale locale) {
        List<OwnTimetables.Own> weeks = own.of(actor, terms.today(), locale);
        if (weeks.isEmpty()) {
            throw new NotFoundException("Nothing is published for you yet.");
        }
        TimetableView week = weeks.get(0).view();
        Schedule schedule = schedules.get(week.revision().schedule());
        return answer(
                new Sheets(schedule.termName(), week.revision(), term(schedule), List.of(week), Instant.now()),
                format,
                paper,
                locale);
    }

    private TermCalendar term(Schedule schedule) {
        return terms.of(schedule.term())
                .orElseThrow(() -> new NotFoundException("The term (%s) is gone.".formatted(schedule.term())));
    }

    private ResponseEntity<byte[]> answer(Sheets sheets, String format, String paper, Locale locale) {
        Format wanted = Format.of(format);
        byte[] file = exports.write(sheets, wanted, paper(paper), locale);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sheets.fileName(wanted), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file);
    }

    private static Paper paper(String word) {
        for (Paper paper : Paper.values()) {
            if (paper.name().equalsIgnoreCase(word)) {
                return paper;
            }
        }
        throw new InvalidInputException("/paper", "There is no paper '%s'. Known are A4 and A3.".formatted(word));
    }
}
