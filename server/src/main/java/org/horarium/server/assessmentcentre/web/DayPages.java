package org.horarium.server.assessmentcentre.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.horarium.assessment.model.Session;
import org.horarium.assessment.repair.RepairOption;
import org.horarium.server.access.Actor;
import org.horarium.server.assessmentcentre.AssessmentCentre;
import org.horarium.server.assessmentcentre.AssessmentCentres;
import org.horarium.server.assessmentcentre.CentreClock;
import org.horarium.server.assessmentcentre.Incident;
import org.horarium.server.assessmentcentre.Mark;
import org.horarium.server.assessmentcentre.PlanVersion;
import org.horarium.server.assessmentcentre.RepairProposal;
import org.horarium.server.assessmentcentre.RunDay;
import org.horarium.server.assessmentcentre.RunningCentre;
import org.horarium.server.assessmentcentre.SessionState;
import org.horarium.server.assessmentcentre.view.By;
import org.horarium.server.assessmentcentre.view.Gantt;
import org.horarium.server.assessmentcentre.view.PlanDiff;
import org.horarium.server.assessmentcentre.view.SessionCard;
import org.horarium.server.assessmentcentre.view.Words;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the day: what runs, what was seen, what happened, and the ways to go on. */
@Controller
@RequestMapping("/admin/assessment-centres/{id}/day")
class DayPages {
    private static final Set<SessionState> OPEN =
            Set.of(SessionState.DUE, SessionState.RUNNING, SessionState.OVERRUN, SessionState.LATE, SessionState.OVER);

    private final AssessmentCentres centres;
    private final RunDay day;
    private final CentreClock clock;
    private final Words words;

    DayPages(AssessmentCentres centres, RunDay day, CentreClock clock, Words words) {
        this.centres = centres;
        this.day = day;
        this.clock = clock;
        this.words = words;
    }

    @GetMapping
    String show(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDateTime at,
            @RequestParam(defaultValue = "assessor") String by,
            Model model) {
        AssessmentCentre centre = centres.get(actor, id);
        model.addAttribute("frame", new CentreFrame(centre, "day"));
        LocalDateTime rehearsal = allowed(centre, at);
        Optional<RunningCentre> open = day.open(actor, id, rehearsal);
        if (open.isEmpty()) {
            return "assessmentcentre/none";
        }
        RunningCentre running = open.get();
        PlanVersion version = running.version();
        By whose = By.drawn().contains(By.of(by)) ? By.of(by) : By.ASSESSOR;
        model.addAttribute("running", running);
        model.addAttribute("version", version);
        model.addAttribute("at", rehearsal);
        model.addAttribute("mayRehearse", clock.mayRehearse(version.centre()));
        model.addAttribute("suggestedTime", suggested(version));
        model.addAttribute("whose", whose);
        model.addAttribute("all", By.drawn());
        Gantt gantt = Gantt.of(version.centre(), version.plan(), whose, running::state);
        model.addAttribute(
                "gantt",
                new Gantt(
                        whose,
                        gantt.days().stream()
                                .filter(d -> d.date().equals(running.now().toLocalDate()))
                                .toList()));
        board(running, model);
        model.addAttribute("kinds", Incident.Kind.values());
        Integer before = version.undoTo();
        if (before != null) {
            PlanVersion was = centres.plan(actor, id, before);
            model.addAttribute("told", PlanDiff.of(version.centre(), was.plan(), version.plan()));
            Incident incident = version.incident();
            if (incident != null) {
                model.addAttribute("subject", name(version, incident));
            }
        }
        return "assessmentcentre/day";
    }

    /** On a day of the centre the clock can't be set: an old address shows now. */
    private @Nullable LocalDateTime allowed(AssessmentCentre centre, @Nullable LocalDateTime at) {
        return clock.mayRehearse(centre.centre()) ? at : null;
    }

    private static LocalDateTime suggested(PlanVersion version) {
        return version.plan().sessions().get(0).start().plusMinutes(5);
    }

    /** Sessions of today: those that somebody has to look at, those that come, those that are finished. */
    private static void board(RunningCentre running, Model model) {
        List<SessionCard> now = new ArrayList<>();
        List<SessionCard> next = new ArrayList<>();
        List<SessionCard> done = new ArrayList<>();
        for (Session s : running.version().plan().sessions()) {
            if (!s.start().toLocalDate().equals(running.now().toLocalDate())) {
                continue;
            }
            SessionState state = running.state(s);
            SessionCard card = SessionCard.of(running.version().centre(), s, x -> state);
            (OPEN.contains(state) ? now : state == SessionState.PLANNED ? next : done).add(card);
        }
        model.addAttribute("now", now);
        model.addAttribute("next", next);
        model.addAttribute("done", done);
    }

    @PostMapping("/marks")
    String mark(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String session,
            @RequestParam Mark.Kind mark,
            @RequestParam(required = false) @Nullable LocalDateTime at,
            RedirectAttributes redirect) {
        try {
            day.mark(actor, id, session, mark, at);
        } catch (ConflictException | InvalidInputException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
        }
        return back(id, at, redirect);
    }

    @PostMapping("/incidents")
    String propose(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Incident.Kind kind,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable Integer minutes,
            @RequestParam(required = false) @Nullable LocalDateTime at,
            RedirectAttributes redirect) {
        try {
            Incident incident = new Incident(kind, subject, kind.timed() ? minutes : null);
            RepairProposal proposal = day.propose(actor, id, incident, at);
            addTime(at, redirect);
            return "redirect:/admin/assessment-centres/" + id + "/day/repairs/" + proposal.id();
        } catch (ConflictException | InvalidInputException e) {
            redirect.addFlashAttribute("flashError", message(e));
            return back(id, at, redirect);
        }
    }

    private static String message(RuntimeException e) {
        return e instanceof InvalidInputException input
                ? input.errors().stream().map(error -> error.detail()).reduce("", (a, b) -> (a + " " + b).strip())
                : String.valueOf(e.getMessage());
    }

    /**
     * A way to go on, as it is shown.
     *
     * @param number from 0
     * @param option the way
     * @param told who must be told what
     */
    record Way(int number, RepairOption option, PlanDiff told) {
        /** Last part of the message key of its title. */
        public String title() {
            return option.title().toLowerCase(Locale.ROOT).replace(' ', '_');
        }
    }

    @GetMapping("/repairs/{repair}")
    String ways(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID repair,
            @RequestParam(required = false) @Nullable LocalDateTime at,
            Model model) {
        AssessmentCentre centre = centres.get(actor, id);
        RepairProposal proposal = day.proposal(actor, id, repair);
        PlanVersion before = centres.plan(actor, id, proposal.basedOn());
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < proposal.options().size(); i++) {
            RepairOption option = proposal.options().get(i);
            ways.add(new Way(i, option, PlanDiff.of(before.centre(), before.plan(), option.plan())));
        }
        model.addAttribute("frame", new CentreFrame(centre, "day"));
        model.addAttribute("proposal", proposal);
        model.addAttribute("ways", ways);
        model.addAttribute("words", words);
        model.addAttribute("subject", name(before, proposal.incident()));
        model.addAttribute("at", at);
        Integer current = centre.currentPlan();
        model.addAttribute("stale", current == null || current != proposal.basedOn());
        return "assessmentcentre/repair";
    }

    /** The name of whom or what an incident is about. */
    private static String name(PlanVersion version, Incident incident) {
        String id = incident.subject();
        return switch (incident.kind()) {
            case PARTICIPANT_LATE, PARTICIPANT_ABSENT -> name(version, By.PARTICIPANT, id);
            case ASSESSOR_OUT -> name(version, By.ASSESSOR, id);
            case ROOM_LOST -> name(version, By.ROOM, id);
            case SESSION_OVERRAN ->
                version.plan().sessions().stream()
                        .filter(s -> s.key().equals(id))
                        .map(s -> SessionCard.of(version.centre(), s, x -> null))
                        .map(card -> card.assessment() + ", " + card.who())
                        .findFirst()
                        .orElse(id);
        };
    }

    private static String name(PlanVersion version, By by, String id) {
        return by.subjects(version.centre()).stream()
                .filter(subject -> subject.id().equals(id))
                .map(By.Subject::name)
                .findFirst()
                .orElse(id);
    }

    @PostMapping("/repairs/{repair}")
    String choose(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID repair,
            @RequestParam int option,
            @RequestParam(required = false) @Nullable LocalDateTime at,
            RedirectAttributes redirect) {
        try {
            day.choose(actor, id, repair, option, at);
            redirect.addFlashAttribute("flash", "centre.flash.chosen");
        } catch (ConflictException | InvalidInputException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
        }
        return back(id, at, redirect);
    }

    @PostMapping("/undo")
    String undo(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int plan,
            @RequestParam(required = false) @Nullable LocalDateTime at,
            RedirectAttributes redirect) {
        try {
            day.undo(actor, id, plan, at);
            redirect.addFlashAttribute("flash", "centre.flash.undone");
        } catch (ConflictException | InvalidInputException e) {
            redirect.addFlashAttribute("flashError", String.valueOf(e.getMessage()));
        }
        return back(id, at, redirect);
    }

    private static String back(UUID id, @Nullable LocalDateTime at, RedirectAttributes redirect) {
        addTime(at, redirect);
        return "redirect:/admin/assessment-centres/" + id + "/day";
    }

    private static void addTime(@Nullable LocalDateTime at, RedirectAttributes redirect) {
        if (at != null) {
            redirect.addAttribute("at", at.toString());
        }
    }
}
