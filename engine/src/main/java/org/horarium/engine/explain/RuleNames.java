package org.horarium.engine.explain;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.Words;

/** Says a rule of an exact model in plain words, with the record it stands in. */
final class RuleNames {
    private final Situation situation;
    private final Map<String, Constraint> constraints = new HashMap<>();
    private final Map<String, Pin> pins = new HashMap<>();

    RuleNames(Situation situation) {
        this.situation = situation;
        situation.problem.constraints().forEach(constraint -> constraints.put(constraint.id(), constraint));
        situation.problem.pins().forEach(pin -> pins.put(pin.event(), pin));
    }

    Conflict.Element element(Rule rule) {
        return new Conflict.Element(rule, subject(rule), text(rule));
    }

    Subject subject(Rule rule) {
        return switch (rule.kind()) {
            case EVENT, TIMES, ROOMS, STAFF -> Situation.subject(situation.event(rule.id()));
            case PIN -> Situation.pinSubject(situation.event(rule.id()));
            case PERSON_CLASH, PERSON_AWAY -> situation.personSubject(rule.id());
            case ROOM_CLASH, ROOM_AWAY -> situation.roomSubject(rule.id());
            case GROUP_CLASH, GROUP_AWAY -> situation.groupSubject(rule.id());
            case CONSTRAINT -> Situation.subject(constraint(rule.id()));
        };
    }

    Constraint constraint(String id) {
        return Objects.requireNonNull(constraints.get(id));
    }

    /** Whom a constraint is about: the member's name, or the names of its events; empty for constraints on everybody. */
    String whose(Rule rule) {
        Constraint constraint = constraint(rule.id());
        if (constraint instanceof CalendarConstraint calendar && !rule.part().isEmpty()) {
            return calendar.kind() == MemberKind.GROUP
                    ? "group " + situation.groupSubject(rule.part()).name()
                    : situation.personSubject(rule.part()).name();
        }
        return Phrases.events(
                Surroundings.events(constraint).stream().map(situation::event).toList());
    }

    private String text(Rule rule) {
        String name = subject(rule).name();
        return switch (rule.kind()) {
            case EVENT -> {
                int times = situation.event(rule.id()).causes().size();
                yield times == 1
                        ? "%s takes place.".formatted(name)
                        : "%s takes place at one of its %d possible times.".formatted(name, times);
            }
            case TIMES -> "%s has only its possible times.".formatted(name);
            case ROOMS -> "%s has only its possible rooms.".formatted(name);
            case STAFF -> "%s is given only by its candidates.".formatted(name);
            case PIN -> "%s is fixed%s.".formatted(name, pinned(rule.id()));
            case PERSON_CLASH -> "%s gives one event at a time.".formatted(name);
            case ROOM_CLASH -> "Room %s holds one event at a time.".formatted(name);
            case GROUP_CLASH -> "Group %s attends one event at a time.".formatted(name);
            case PERSON_AWAY, ROOM_AWAY, GROUP_AWAY ->
                "%s is unavailable on %s.".formatted(name, situation.words.when(away(rule)));
            case CONSTRAINT -> {
                String whose = whose(rule);
                yield whose.isEmpty() ? "Rule: %s.".formatted(name) : "Rule: %s, for %s.".formatted(name, whose);
            }
        };
    }

    /** The time at which a resource is unavailable, of a rule that says so. */
    TimePattern away(Rule rule) {
        int index = Integer.parseInt(rule.part());
        return switch (rule.kind()) {
            case PERSON_AWAY -> situation.person(rule.id()).unavailable().get(index);
            case ROOM_AWAY -> situation.room(rule.id()).unavailable().get(index);
            case GROUP_AWAY -> situation.group(rule.id()).unavailable().get(index);
            default -> throw new IllegalArgumentException("The rule (%s) is about no time.".formatted(rule));
        };
    }

    private String pinned(String event) {
        Pin pin = Objects.requireNonNull(pins.get(event));
        StringBuilder text = new StringBuilder();
        if (pin.time() != null) {
            text.append(" on ").append(situation.words.when(pin.time()));
        }
        if (pin.room() != null) {
            text.append(" in room ").append(situation.roomSubject(pin.room()).name());
        }
        if (!pin.staff().isEmpty()) {
            text.append(" with ")
                    .append(Words.list(pin.staff().stream()
                            .map(staff ->
                                    situation.personSubject(staff.person()).name())
                            .toList()));
        }
        return text.toString();
    }
}
