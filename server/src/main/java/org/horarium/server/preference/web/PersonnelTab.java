package org.horarium.server.preference.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.formats.college.Fairness;
import org.horarium.server.access.Actor;
import org.horarium.server.notification.Outbox;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.preference.round.ReminderPlan;
import org.horarium.server.preference.round.Round;
import org.horarium.server.preference.round.RoundBook;
import org.horarium.server.preference.round.RoundWish;
import org.horarium.server.preference.round.Rounds;
import org.horarium.server.preference.round.Vetoes;
import org.horarium.server.schedule.PersonnelInput;
import org.horarium.server.schedule.ScheduleFrame;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleTab;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tab itself, and what concerns the round as a whole. */
@Controller
@RequestMapping("/admin/schedules/{id}/personnel")
class PersonnelTab {
    static final String PATH = "personnel";
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
    private static final int FIRST_VETOES = 2;
    private static final int FIRST_DAYS = 14;
    private static final String FIRST_REMINDERS = "48, 4";

    private final ScheduleFrames frames;
    private final Rounds rounds;
    private final RoundBook book;
    private final Vetoes vetoes;
    private final ReminderPlan reminders;
    private final PersonnelInput input;
    private final Outbox outbox;
    private final TermZones zones;

    PersonnelTab(
            ScheduleFrames frames,
            Rounds rounds,
            RoundBook book,
            Vetoes vetoes,
            ReminderPlan reminders,
            PersonnelInput input,
            Outbox outbox,
            TermZones zones) {
        this.frames = frames;
        this.rounds = rounds;
        this.book = book;
        this.vetoes = vetoes;
        this.reminders = reminders;
        this.input = input;
        this.outbox = outbox;
        this.zones = zones;
    }

    @Bean
    static ScheduleTab personnelScheduleTab() {
        return new ScheduleTab(PATH, "preference.tab", "people", 20);
    }

    @GetMapping
    String show(Actor actor, @PathVariable UUID id, Model model) {
        return show(new ScheduleId(id), actor, null, model);
    }

    private String show(ScheduleId id, Actor actor, @Nullable RoundWish wish, Model model) {
        ScheduleFrame frame = frames.open(id, PATH, actor);
        Optional<Round> round = rounds.find(id);
        model.addAttribute("frame", frame);
        model.addAttribute("round", round.orElse(null));
        model.addAttribute("wish", wish == null ? wishOf(round, id) : wish);
        model.addAttribute("zones", zones.all());
        model.addAttribute("fairness", input.fairness(id));
        model.addAttribute("people", book.rows(id));
        model.addAttribute("counts", book.counts(id));
        model.addAttribute("vetoes", vetoes.of(id));
        model.addAttribute("zone", round.map(Round::zone).orElseGet(() -> zones.of(id)));
        model.addAttribute("reminders", round.map(now -> reminders(id, now)).orElse(List.of()));
        model.addAttribute("connected", outbox.isConnected());
        return "preference/personnel";
    }

    /** What the form shows first: the round as it is, or two weeks until the evening. */
    /** The reminders to come, on the clocks of the round. */
    private List<ZonedDateTime> reminders(ScheduleId id, Round round) {
        return reminders.coming(id).stream()
                .map(due -> ZonedDateTime.ofInstant(due, round.zone()))
                .toList();
    }

    private static String hours(List<Integer> hours) {
        return hours.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private RoundWish wishOf(Optional<Round> round, ScheduleId id) {
        if (round.isPresent()) {
            Round now = round.get();
            return new RoundWish(
                    FIELD.format(now.localDeadline()),
                    now.zone().getId(),
                    now.vetoBudget(),
                    now.note(),
                    hours(now.remindHours()));
        }
        ZoneId zone = zones.of(id);
        ZonedDateTime end = ZonedDateTime.ofInstant(Instant.now(), zone)
                .plusDays(FIRST_DAYS)
                .with(LocalTime.of(18, 0));
        return new RoundWish(FIELD.format(end), zone.getId(), FIRST_VETOES, "", FIRST_REMINDERS);
    }

    /** The counts alone, asked for every few seconds by a page that is looked at. */
    @GetMapping("/live")
    String live(Actor actor, @PathVariable UUID id, Model model) {
        frames.open(new ScheduleId(id), PATH, actor);
        model.addAttribute("id", id);
        model.addAttribute("counts", book.counts(new ScheduleId(id)));
        return "preference/parts :: counts";
    }

    @PostMapping("/round")
    String open(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String deadline,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable Integer vetoBudget,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable String remindHours,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        RoundWish wish = new RoundWish(deadline, zone, vetoBudget, note, remindHours);
        try {
            rounds.open(new ScheduleId(id), wish, actor);
        } catch (InvalidInputException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("faults", byField(e));
            return show(new ScheduleId(id), actor, wish, model);
        }
        redirect.addFlashAttribute("flash", "preference.round.saved");
        return back(id);
    }

    private static Map<String, String> byField(InvalidInputException e) {
        return e.errors().stream()
                .collect(Collectors.toMap(
                        error -> error.pointer().substring(1),
                        InputError::detail,
                        (first, second) -> first + " " + second));
    }

    @PostMapping("/close")
    String close(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        rounds.close(new ScheduleId(id), actor);
        redirect.addFlashAttribute("flash", "preference.round.closed");
        return back(id);
    }

    @PostMapping("/fairness")
    String weigh(Actor actor, @PathVariable UUID id, @RequestParam Fairness fairness, RedirectAttributes redirect) {
        rounds.weigh(new ScheduleId(id), fairness, actor);
        redirect.addFlashAttribute("flash", "preference.fairness.saved");
        return back(id);
    }

    @PostMapping("/vetoes")
    String decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long entry,
            @RequestParam boolean approved,
            RedirectAttributes redirect) {
        vetoes.decide(new ScheduleId(id), entry, approved, actor);
        redirect.addFlashAttribute("flash", approved ? "preference.veto.approved" : "preference.veto.declined");
        return back(id) + "#vetoes";
    }

    static String back(UUID id) {
        return "redirect:/admin/schedules/" + id + "/" + PATH;
    }

    /** Names of people for a message. */
    static String names(List<String> names) {
        return String.join(", ", names);
    }
}
