package org.horarium.server.explanation.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.explain.Change;
import org.horarium.engine.explain.Relaxation;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.server.explanation.Findings.Reason;
import org.horarium.server.explanation.Phrase;
import org.horarium.server.explanation.RecordLink;

/** Says what one suggestion asks for, step by step. */
final class StepPhrases {
    private static final String STEP = "explanation.step.";

    private final Vocabulary names;
    private final RulePhrases rules;
    private final Map<String, Integer> left = new HashMap<>();

    StepPhrases(Vocabulary names, RulePhrases rules) {
        this.names = names;
        this.rules = rules;
    }

    Reason of(Relaxation.Step step) {
        Rule rule = step.rule();
        RecordLink link = rule.kind() == Rule.Kind.CONSTRAINT && !rule.part().isEmpty()
                ? new RecordLink("personnel", rule.part(), names.person(rule.part()))
                : names.link(step.subject());
        return new Reason(phrase(step, link.name()), link);
    }

    private Phrase phrase(Relaxation.Step step, String name) {
        if (step.change() instanceof Change.Unpin unpin) {
            return unpin.goal() == null
                    ? Phrase.of(STEP + "PIN", name)
                    : Phrase.of(
                            STEP + "PIN.goal",
                            name,
                            Phrase.times(names.when(unpin.goal().time()), null));
        } else if (step.change() instanceof Change.Allow allow) {
            return switch (step.rule().kind()) {
                case ROOMS -> {
                    String room = allow.placement().room();
                    yield Phrase.of(STEP + "ROOMS", name, room == null ? "" : names.room(room));
                }
                case STAFF ->
                    Phrase.of(
                            STEP + "STAFF",
                            name,
                            Vocabulary.some(allow.placement().staff().stream()
                                    .map(StaffAssignment::person)
                                    .map(names::person)
                                    .toList()));
                default ->
                    Phrase.of(
                            STEP + "TIMES",
                            name,
                            Phrase.times(names.when(allow.placement().time()), null));
            };
        } else if (step.change() instanceof Change.Free free) {
            return Phrase.of(STEP + step.rule().kind(), name, Phrase.times(names.when(free.times()), null));
        } else if (step.change() instanceof Change.Loosen loosen) {
            return loosened(loosen, name);
        }
        return leaveOut(step.rule().id(), name);
    }

    private Phrase leaveOut(String event, String name) {
        String template = event.split("/", -1)[0];
        int now = names.sessions(template) - left.merge(template, 1, Integer::sum) + 1;
        return now < 2
                ? Phrase.of(STEP + "EVENT", name)
                : Phrase.of(STEP + "EVENT.fewer", names.template(template), now, now - 1);
    }

    private Phrase loosened(Change.Loosen loosen, String name) {
        int before = RulePhrases.number(loosen.constraint());
        int after = RulePhrases.number(loosen.instead());
        String dropped = loosen.instead() == null ? ".none" : "";
        if (loosen.constraint() instanceof CalendarConstraint calendar) {
            return Phrase.of(STEP + RulePhrases.limit(calendar) + dropped, name, before, after);
        } else if (loosen.constraint() instanceof MinDaysBetween between) {
            return Phrase.of(STEP + "days-between" + dropped, rules.some(between.events()), before, after);
        } else if (loosen.constraint() instanceof Cumulative thing) {
            return Phrase.of(STEP + "equipment", thing.name(), before, after);
        } else if (loosen.constraint() instanceof Distribution order) {
            List<String> events = order.events();
            return Phrase.of(STEP + "after", names.event(events.get(0)), names.event(events.get(events.size() - 1)));
        }
        return Phrase.of(STEP + "other", name);
    }
}
