package org.horarium.server.timetable.disruption;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.ScheduleFrame;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleTab;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.board.Boards;
import org.horarium.server.timetable.board.OpenDraft;
import org.horarium.server.timetable.board.PlaceJson;
import org.horarium.server.timetable.board.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The page on which somebody says what has happened, sees what that affects, and chooses a repair. */
@Controller
class DisruptionPages {
    private static final String TAB = "disruption";
    private static final String LEFT_OUT = "out:";
    private static final String CHOICE = "choice-";
    private static final TypeReference<List<PlaceJson>> PLACES = new TypeReference<>() {};

    private final ScheduleFrames frames;
    private final Disruptions disruptions;
    private final Boards boards;
    private final MessageSource messages;
    private final JsonMapper json;

    DisruptionPages(
            ScheduleFrames frames, Disruptions disruptions, Boards boards, MessageSource messages, JsonMapper json) {
        this.frames = frames;
        this.disruptions = disruptions;
        this.boards = boards;
        this.messages = messages;
        this.json = json;
    }

    /** The tab of the schedule's page. */
    @Configuration(proxyBeanMethods = false)
    static class Tab {
        @Bean
        ScheduleTab disruptionTab() {
            return new ScheduleTab(TAB, "timetable.disruption.title", "bandaid", 64);
        }
    }

    /** Something to choose from. */
    record Label(String id, String name) {}

    /** An affected activity, in words. */
    record HitRow(
            String activity,
            String name,
            String where,
            String dates,
            List<StandInRow> standIns,
            List<Option> options) {}

    /** Somebody who could stand in, in words; {@code choice} is empty when they can't. */
    record StandInRow(
            String name,
            String role,
            List<String> day,
            String load,
            boolean knowsCourse,
            boolean knowsGroup,
            long cost,
            List<String> reasons,
            String choice) {}

    /** Something else that could be done. */
    record Option(List<String> lines, long cost, String choice) {}

    /** A repair, in words. */
    record RepairRow(Repair repair, List<String> lines, List<String> open, String places) {}

    @GetMapping("/admin/schedules/{id}/disruption")
    String show(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable DisruptionKind kind,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate first,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate last,
            Model model,
            Locale locale) {
        ScheduleId schedule = new ScheduleId(id);
        ScheduleFrame frame = frames.open(schedule, TAB, actor);
        model.addAttribute("frame", frame);
        model.addAttribute("schedule", frame.schedule());
        Revision usual = disruptions.usual(schedule).orElse(null);
        if (usual == null) {
            return "timetable/none";
        }
        DisruptionKind chosen = kind == null ? DisruptionKind.PERSON : kind;
        LocalDate today = disruptions.today();
        model.addAttribute("kinds", DisruptionKind.values());
        model.addAttribute("kind", chosen);
        model.addAttribute("subjects", subjects(usual, chosen, locale));
        model.addAttribute("subject", subject == null ? "" : subject);
        model.addAttribute("first", first == null ? today : first);
        model.addAttribute("last", last == null ? first == null ? today : first : last);
        model.addAttribute("mayAtOnce", disruptions.mayPublishAtOnce(actor));
        if (kind != null && subject != null && !subject.isEmpty() && first != null) {
            look(actor, schedule, new Disruption(chosen, subject, first, last == null ? first : last), model, locale);
        }
        return "timetable/disruption";
    }

    private List<Label> subjects(Revision usual, DisruptionKind kind, Locale locale) {
        FrameNames names = new FrameNames(usual.frame());
        return switch (kind) {
            case PERSON ->
                usual.frame().people().stream()
                        .filter(p -> usual.activities().stream()
                                .anyMatch(a -> a.staff().stream()
                                        .anyMatch(s -> s.person().equals(p.id()))))
                        .map(p -> new Label(p.id(), p.name()))
                        .toList();
            case ROOM ->
                usual.frame().rooms().stream()
                        .filter(r -> usual.activities().stream().anyMatch(a -> r.id().equals(a.room())))
                        .map(r -> new Label(r.id(), r.name()))
                        .toList();
            case ACTIVITY ->
                usual.activities().stream()
                        .map(a -> new Label(
                                a.activity(),
                                "%s · %s · %s %s"
                                        .formatted(
                                                names.template(a).name(),
                                                names.group(a),
                                                a.day()
                                                        .getDisplayName(
                                                                java.time.format.TextStyle.SHORT_STANDALONE, locale),
                                                names.start(a))))
                        .sorted(java.util.Comparator.comparing(Label::name))
                        .toList();
        };
    }

    private void look(Actor actor, ScheduleId schedule, Disruption what, Model model, Locale locale) {
        Disruptions.Outlook outlook;
        try {
            outlook = disruptions.look(actor, schedule, what);
        } catch (InvalidInputException e) {
            model.addAttribute("fault", e.getMessage());
            return;
        }
        OpenDraft draft = outlook.draft();
        Wording words = new Wording(draft, messages, locale);
        DateTimeFormatter date =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        model.addAttribute("base", draft.revision().number());
        model.addAttribute("published", outlook.published());
        model.addAttribute("from", date.format(outlook.days().from()));
        model.addAttribute("until", date.format(outlook.days().until()));
        model.addAttribute(
                "hits",
                outlook.hits().stream().map(hit -> row(hit, draft, words, date)).toList());
        model.addAttribute(
                "repairs",
                outlook.repairs().stream().map(repair -> row(repair, words)).toList());
    }

    private HitRow row(Disruptions.Hit hit, OpenDraft draft, Wording words, DateTimeFormatter date) {
        PlacedActivity activity = hit.activity();
        return new HitRow(
                activity.activity(),
                words.activity(activity.activity()),
                words.place(activity),
                String.join(", ", hit.dates().stream().map(date::format).toList()),
                hit.standIns().stream().map(one -> row(one, words)).toList(),
                hit.options().stream().map(step -> option(step, draft, words)).toList());
    }

    private StandInRow row(StandIn one, Wording words) {
        String load = words.text(
                "timetable.disruption.load",
                one.load() % 1 == 0 ? String.valueOf((long) one.load()) : String.valueOf(one.load()),
                one.most());
        return new StandInRow(
                words.person(one.person()),
                one.role(),
                one.day().stream()
                        .map(a -> words.when(a) + " " + words.activity(a.activity()))
                        .toList(),
                load,
                one.knowsCourse(),
                one.knowsGroup(),
                one.cost(),
                one.reasons().stream().map(words::reason).distinct().toList(),
                one.isLegal() ? places(List.of(one.place())) : "");
    }

    private Option option(RepairSearch.Step step, OpenDraft draft, Wording words) {
        List<PlacedActivity> places = step.after().stream().map(draft::placed).toList();
        return new Option(
                places.stream()
                        .map(place -> words.change(draft.places().get(place.activity()), place))
                        .toList(),
                step.cost(),
                places(places));
    }

    private RepairRow row(Repair repair, Wording words) {
        List<String> lines = new ArrayList<>();
        repair.changes().forEach(change -> lines.add(words.change(change.before(), change.after())));
        repair.leftOut().forEach(id -> lines.add(words.text("timetable.disruption.out", words.activity(id))));
        return new RepairRow(
                repair, lines, repair.open().stream().map(words::activity).toList(), places(repair.places()));
    }

    private String places(List<PlacedActivity> places) {
        return json.writeValueAsString(places.stream().map(PlaceJson::of).toList());
    }

    /**
     * Makes the draft.
     *
     * @param all {@code places} (JSON) and {@code leftOut} (ids) of a repair; or one {@code choice-n} for each affected
     *     activity: places in JSON, {@code out:} and the id to leave it out, or nothing
     */
    @PostMapping("/admin/schedules/{id}/disruption")
    String repair(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam DisruptionKind kind,
            @RequestParam String subject,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate first,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate last,
            @RequestParam int base,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean atOnce,
            @RequestParam MultiValueMap<String, String> all,
            RedirectAttributes redirect) {
        ScheduleId schedule = new ScheduleId(id);
        Disruption what = new Disruption(kind, subject, first, last);
        List<PlaceJson> wishes = new ArrayList<>();
        Set<String> leftOut = new LinkedHashSet<>(all.getOrDefault("leftOut", List.of()));
        try {
            for (Map.Entry<String, List<String>> field : all.entrySet()) {
                if (field.getKey().equals("places") || field.getKey().startsWith(CHOICE)) {
                    for (String value : field.getValue()) {
                        if (value.startsWith(LEFT_OUT)) {
                            leftOut.add(value.substring(LEFT_OUT.length()));
                        } else if (!value.isBlank()) {
                            wishes.addAll(read(value));
                        }
                    }
                }
            }
            OpenDraft seen = boards.open(schedule, base, actor);
            int number = disruptions.repair(
                    actor,
                    schedule,
                    what,
                    base,
                    wishes.stream().map(place -> place.on(seen)).toList(),
                    leftOut,
                    reason,
                    atOnce);
            redirect.addFlashAttribute(
                    "flash", atOnce ? "timetable.disruption.done.published" : "timetable.disruption.done.draft");
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/admin/schedules/{id}/" + (atOnce ? "review" : "board"))
                            .queryParam("revision", number)
                            .buildAndExpand(id)
                            .toUriString();
        } catch (StaleEditException | ConflictException | InvalidInputException e) {
            redirect.addFlashAttribute("flashError", e.getMessage());
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/admin/schedules/{id}/disruption")
                            .queryParam("kind", kind)
                            .queryParam("subject", "{subject}")
                            .queryParam("first", first)
                            .queryParam("last", last)
                            .encode()
                            .buildAndExpand(id, subject)
                            .toUriString();
        }
    }

    private List<PlaceJson> read(String places) {
        try {
            return json.readValue(places, PLACES);
        } catch (JacksonException e) {
            throw new InvalidInputException("/places", "The places can't be read. Reload the page and try again.");
        }
    }
}
