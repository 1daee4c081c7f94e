package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.RuleWords;
import org.horarium.engine.text.Words;
import org.horarium.engine.verify.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rules that a plan breaks into the smallest changes of the records that allow it: a time more, a slot of
 * somebody's unavailability less, a limit one higher.
 */
final class RelaxedProblem {
    private static final int MOST_LOOSENING = 60;

    private final Situation situation;
    private final RuleNames names;
    private final Map<String, Placement> placements = new HashMap<>();
    private final List<Relaxation.Step> steps = new ArrayList<>();
    private Problem problem;

    /**
     * Begins with a problem as it is.
     *
     * @param plan the plan that is to be allowed
     */
    RelaxedProblem(Situation situation, Plan plan) {
        this.situation = situation;
        this.names = new RuleNames(situation);
        this.problem = situation.problem;
        plan.placements().forEach(placement -> placements.put(placement.event(), placement));
    }

    Problem problem() {
        return problem;
    }

    List<Relaxation.Step> steps() {
        return steps;
    }

    /** Relaxes one rule. */
    void relax(Rule rule) {
        Subject subject = names.subject(rule);
        switch (rule.kind()) {
            case PIN -> pin(rule, subject);
            case TIMES, ROOMS, STAFF -> candidates(rule, subject);
            case PERSON_AWAY, ROOM_AWAY, GROUP_AWAY -> away(rule, subject);
            case EVENT -> leaveOut(rule, subject);
            case CONSTRAINT -> constraint(rule, subject);
            default -> throw new IllegalArgumentException("The rule (%s) cannot be relaxed.".formatted(rule));
        }
    }

    private void step(Rule rule, Subject subject, Change change, String text) {
        steps.add(new Relaxation.Step(rule, subject, change, text));
    }

    private @Nullable Placement placement(String event) {
        return placements.get(event);
    }

    private void pin(Rule rule, Subject subject) {
        Placement placement = placement(rule.id());
        List<Pin> pins = new ArrayList<>();
        Pin rest = null;
        for (Pin pin : problem.pins()) {
            if (!pin.event().equals(rule.id())) {
                pins.add(pin);
            } else if (placement != null) {
                Pin kept = new Pin(
                        pin.event(),
                        Objects.equals(pin.time(), placement.time()) ? pin.time() : null,
                        Objects.equals(pin.room(), placement.room()) ? pin.room() : null,
                        pin.staff().stream().filter(placement.staff()::contains).toList());
                if (kept.time() != null || kept.room() != null || !kept.staff().isEmpty()) {
                    pins.add(kept);
                    rest = kept;
                }
            }
        }
        problem = Changed.pins(problem, pins);
        String goal = placement == null ? "" : " It could be on %s.".formatted(situation.words.when(placement.time()));
        step(
                rule,
                subject,
                new Change.Unpin(rule.id(), rest, placement),
                "Remove the pin of %s.%s".formatted(subject.name(), goal));
    }

    private void candidates(Rule rule, Subject subject) {
        Placement placement = Objects.requireNonNull(placement(rule.id()));
        problem = Changed.events(problem, event -> event.id().equals(rule.id()) ? allow(event, placement) : event);
        Change change = new Change.Allow(placement);
        switch (rule.kind()) {
            case TIMES ->
                step(
                        rule,
                        subject,
                        change,
                        "Allow %s on %s too.".formatted(subject.name(), situation.words.when(placement.time())));
            case ROOMS ->
                step(
                        rule,
                        subject,
                        change,
                        "Allow %s in room %s too."
                                .formatted(
                                        subject.name(),
                                        situation
                                                .roomSubject(Objects.requireNonNull(placement.room()))
                                                .name()));
            default ->
                step(
                        rule,
                        subject,
                        change,
                        "Let %s give %s too.".formatted(Words.list(strangers(rule.id(), placement)), subject.name()));
        }
    }

    /** Names of the people of a placement who are no candidates. */
    private List<String> strangers(String event, Placement placement) {
        List<String> strangers = new ArrayList<>();
        for (StaffNeed need : situation.event(event).event.staff()) {
            placement.staff().stream()
                    .filter(staff -> staff.role().equals(need.role()))
                    .filter(staff -> need.candidates().stream()
                            .noneMatch(option -> option.person().equals(staff.person())))
                    .forEach(staff -> strangers.add(
                            situation.personSubject(staff.person()).name()));
        }
        return strangers;
    }

    private static Event allow(Event event, Placement placement) {
        List<TimeOption> times = new ArrayList<>(event.times());
        if (times.stream().noneMatch(option -> option.pattern().equals(placement.time()))) {
            times.add(new TimeOption(placement.time(), 0));
        }
        List<RoomOption> rooms = new ArrayList<>(event.rooms());
        String room = placement.room();
        if (event.needsRoom()
                && room != null
                && rooms.stream().noneMatch(option -> option.room().equals(room))) {
            rooms.add(new RoomOption(room, 0));
        }
        List<StaffNeed> staff = new ArrayList<>();
        for (StaffNeed need : event.staff()) {
            List<PersonOption> people = new ArrayList<>(need.candidates());
            for (StaffAssignment assignment : placement.staff()) {
                if (assignment.role().equals(need.role())
                        && people.stream().noneMatch(option -> option.person().equals(assignment.person()))) {
                    people.add(new PersonOption(assignment.person(), 0));
                }
            }
            staff.add(new StaffNeed(need.role(), need.count(), people));
        }
        return new Event(event.id(), event.name(), times, rooms, event.needsRoom(), staff, event.groups());
    }

    private void away(Rule rule, Subject subject) {
        TimePattern blocked = names.away(rule);
        List<TimePattern> used = new ArrayList<>();
        for (Event event : problem.events()) {
            Placement placement = placement(event.id());
            if (placement != null && placement.time().overlaps(blocked) && uses(event, placement, rule)) {
                used.add(placement.time());
            }
        }
        UnaryOperator<List<TimePattern>> cut = unavailable -> {
            List<TimePattern> rest = List.copyOf(unavailable);
            for (TimePattern time : used) {
                rest = rest.stream()
                        .flatMap(old -> Loosened.without(old, time).stream())
                        .toList();
            }
            return rest;
        };
        problem = Changed.unavailable(problem, rule, cut);
        List<String> times = used.stream()
                .map(time -> situation.words.shared(time, blocked))
                .distinct()
                .toList();
        step(
                rule,
                subject,
                new Change.Free(used.stream().distinct().toList()),
                "Make %s available on %s.".formatted(subject.name(), Words.list(times)));
    }

    private static boolean uses(Event event, Placement placement, Rule rule) {
        return switch (rule.kind()) {
            case PERSON_AWAY ->
                placement.staff().stream().anyMatch(staff -> staff.person().equals(rule.id()));
            case ROOM_AWAY -> rule.id().equals(placement.room());
            default -> event.groups().contains(rule.id());
        };
    }

    private void leaveOut(Rule rule, Subject subject) {
        problem = Changed.without(problem, rule.id());
        step(rule, subject, new Change.LeaveOut(rule.id()), "Leave out %s.".formatted(subject.name()));
    }

    /** Loosens a constraint as little as the plan needs; drops it where it has no parameter that helps. */
    private void constraint(Rule rule, Subject subject) {
        Constraint old = names.constraint(rule.id());
        Constraint alone = old;
        List<Constraint> others = new ArrayList<>();
        if (old instanceof CalendarConstraint calendar && !rule.part().isEmpty()) {
            alone = new CalendarConstraint(
                    calendar.members().size() == 1 ? calendar.id() : calendar.id() + " of " + rule.part(),
                    calendar.rule(),
                    calendar.kind(),
                    List.of(rule.part()),
                    calendar.strength());
        }
        Constraint milder = null;
        for (int by = 1; by <= MOST_LOOSENING && milder == null; by++) {
            Constraint candidate = Loosened.constraint(alone, by);
            if (candidate == null) {
                break;
            }
            milder = kept(candidate) ? candidate : null;
        }
        for (Constraint constraint : problem.constraints()) {
            if (!constraint.id().equals(rule.id())) {
                others.add(constraint);
            } else if (constraint instanceof CalendarConstraint calendar
                    && !rule.part().isEmpty()
                    && calendar.members().size() > 1) {
                others.add(new CalendarConstraint(
                        calendar.id(),
                        calendar.rule(),
                        calendar.kind(),
                        calendar.members().stream()
                                .filter(member -> !member.equals(rule.part()))
                                .toList(),
                        calendar.strength()));
            }
        }
        if (milder != null) {
            others.add(milder);
        }
        problem = Changed.constraints(problem, others);
        String whose = names.whose(rule).isEmpty() ? "" : " for " + names.whose(rule);
        step(
                rule,
                subject,
                new Change.Loosen(alone, milder),
                milder == null
                        ? "Drop the rule “%s”%s.".formatted(RuleWords.of(old), whose)
                        : "Instead of “%s” allow “%s”%s.".formatted(RuleWords.of(old), RuleWords.of(milder), whose));
    }

    private boolean kept(Constraint constraint) {
        Problem only = Changed.constraints(problem, List.of(constraint));
        List<Placement> known = problem.events().stream()
                .map(event -> placements.get(event.id()))
                .filter(Objects::nonNull)
                .toList();
        return Verifier.verify(only, new Plan(known, Map.of())).violations().stream()
                .noneMatch(violation -> violation.subject().equals(constraint.id()));
    }
}
