package org.horarium.assessment.explain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.horarium.assessment.Failure;
import org.horarium.assessment.FailureCode;
import org.horarium.assessment.Limits;
import org.horarium.assessment.Phrase;
import org.horarium.assessment.Shortage;
import org.horarium.assessment.Suggestion;
import org.horarium.assessment.Wording;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.solve.CentreSearch;
import org.jspecify.annotations.Nullable;

/** Says why a centre has no plan. Each suggestion is planned before it is made; all together take less than four seconds. */
public final class Explainer {
    private static final double SECONDS = 3.5;
    private static final double SECONDS_OF_ONE = 0.8;
    private static final int MOST_SUGGESTIONS = 3;

    private final Centre centre;
    private final Limits limits;
    private final BooleanSupplier cancelled;
    private long deadline;

    /**
     * @param limits of the planning; the explanation has its own time
     * @param cancelled true to answer with what is known so far
     */
    public Explainer(Centre centre, Limits limits, BooleanSupplier cancelled) {
        this.centre = centre;
        this.limits = limits;
        this.cancelled = cancelled;
    }

    /** What is wrong with the centre's structure; null when it can be given to the search. */
    public @Nullable Failure structure() {
        Structure.Fault fault = new Structure(centre).fault();
        if (fault == null) {
            return null;
        }
        start();
        List<Suggestion> suggestions = check(fault.changes());
        if (suggestions.isEmpty()) {
            // Alone nothing helps; with more days it may.
            suggestions = check(fault.changes().stream()
                    .map(i -> new Idea(
                            i.text().and(Wording.of(Phrase.ADD_DAYS, 2)),
                            new Change(i.changed()).moreDays(2).centre()))
                    .toList());
        }
        return failure(
                fault.code(),
                fault.message(),
                fault.shortage() == null ? List.of() : List.of(fault.shortage()),
                suggestions,
                null);
    }

    /** Why the search found no plan. */
    public Failure explain(CentreSearch.Result result) {
        start();
        Relaxations relaxations = new Relaxations(centre);
        Wording together = new Continuity(centre).problem();
        List<Suggestion> suggestions = new ArrayList<>();
        int days = 0;
        Suggestion moreDays = null;
        for (int extra = 1; extra <= 4 && moreDays == null && !over(); extra++) {
            Idea idea = relaxations.days(extra);
            if (works(idea.changed())) {
                moreDays = new Suggestion(idea.text(), idea.changed());
                days = centre.days().size() + extra;
            }
        }
        List<Idea> people = relaxations.people();
        if (together != null) {
            suggestions.addAll(check(people));
        }
        if (moreDays != null) {
            suggestions.add(moreDays);
        }
        FailureCode code = together != null
                ? FailureCode.CONTINUITY_IMPOSSIBLE
                : moreDays != null ? FailureCode.INSUFFICIENT_DAYS : null;
        List<Shortage> shortages = new ArrayList<>();
        if (code == FailureCode.INSUFFICIENT_DAYS) {
            shortages.add(new Shortage(Wording.of(Phrase.OF_DAYS), centre.days().size(), days));
        }
        code = others(relaxations, people, suggestions, shortages, code);
        boolean proven = result.impossible() || together != null;
        if (!proven || code == null) {
            code = FailureCode.NO_SOLUTION_FOUND;
        }
        return failure(
                code,
                message(code, together, days, result, suggestions),
                shortages,
                suggestions.stream().limit(MOST_SUGGESTIONS + 1L).toList(),
                result.earliestEnd());
    }

    /** Longer days, rooms, assessors, fewer groups, people always there: what of it helps, and which code it gives. */
    private @Nullable FailureCode others(
            Relaxations relaxations,
            List<Idea> people,
            List<Suggestion> suggestions,
            List<Shortage> shortages,
            @Nullable FailureCode known) {
        FailureCode code = known;
        for (Relaxations.Kind kind : Relaxations.Kind.values()) {
            if (suggestions.size() > MOST_SUGGESTIONS || over()) {
                break;
            }
            for (Relaxations.Sized sized : relaxations.of(kind)) {
                if (over()) {
                    break;
                }
                if (works(sized.idea().changed())) {
                    suggestions.add(
                            new Suggestion(sized.idea().text(), sized.idea().changed()));
                    if (code == null) {
                        code = kind.code();
                        shortages.add(sized.shortage());
                    }
                    break;
                }
            }
        }
        if (suggestions.isEmpty()) {
            suggestions.addAll(check(people));
        }
        return code;
    }

    private Wording message(
            FailureCode code,
            @Nullable Wording together,
            int days,
            CentreSearch.Result result,
            List<Suggestion> suggestions) {
        int given = centre.days().size();
        int people = centre.participants().size();
        return switch (code) {
            case CONTINUITY_IMPOSSIBLE -> Objects.requireNonNull(together);
            case INSUFFICIENT_DAYS -> Wording.of(Phrase.DAYS_TOO_FEW, people, days, given);
            case INSUFFICIENT_ROOMS -> Wording.of(Phrase.ROOMS_TOO_FEW, people);
            case INSUFFICIENT_ASSESSORS -> Wording.of(Phrase.ASSESSORS_TOO_FEW, people);
            default -> notFound(result, suggestions);
        };
    }

    private Wording notFound(CentreSearch.Result result, List<Suggestion> suggestions) {
        LocalDateTime bound = result.earliestEnd();
        Wording said = result.impossible()
                ? Wording.of(Phrase.PROVEN_NOTHING_TRIED_HELPS)
                : Wording.of(Phrase.NOTHING_FOUND, String.valueOf(limits.seconds()));
        if (bound != null && !result.impossible()) {
            said = said.and(Wording.of(Phrase.NOT_BEFORE, bound.toString()));
        }
        return suggestions.isEmpty()
                ? said.and(Wording.of(Phrase.TRY_TWO))
                : said.and(Wording.of(Phrase.FOUND_WITH)).and(suggestions.get(0).text());
    }

    private static Failure failure(
            FailureCode code,
            Wording message,
            List<Shortage> shortages,
            List<Suggestion> suggestions,
            @Nullable LocalDateTime bound) {
        return switch (code) {
            case INSUFFICIENT_DAYS -> new Failure.InsufficientDays(message, shortages, suggestions);
            case INSUFFICIENT_ROOMS -> new Failure.InsufficientRooms(message, shortages, suggestions);
            case INSUFFICIENT_ASSESSORS -> new Failure.InsufficientAssessors(message, shortages, suggestions);
            case CANNOT_FORM_GROUPS -> new Failure.CannotFormGroups(message, shortages, suggestions);
            case CONTINUITY_IMPOSSIBLE -> new Failure.ContinuityImpossible(message, shortages, suggestions);
            case NO_SOLUTION_FOUND -> new Failure.NoSolutionFound(message, shortages, suggestions, bound);
            case INVALID_INPUT -> new Failure.InvalidInput(message, List.of(message.text()));
        };
    }

    private void start() {
        deadline = System.nanoTime() + (long) (SECONDS * 1e9);
    }

    private boolean over() {
        return System.nanoTime() > deadline || cancelled.getAsBoolean();
    }

    private List<Suggestion> check(List<Idea> ideas) {
        List<Suggestion> good = new ArrayList<>();
        for (Idea idea : ideas) {
            if (good.size() < MOST_SUGGESTIONS && !over() && works(idea.changed())) {
                good.add(new Suggestion(idea.text(), idea.changed()));
            }
        }
        return good;
    }

    /** True when a plan of the changed centre is found quickly. */
    private boolean works(Centre changed) {
        if (new Structure(changed).fault() != null) {
            return false;
        }
        double seconds = Math.min(SECONDS_OF_ONE, Math.max(0.05, (deadline - System.nanoTime()) / 1e9));
        return CentreSearch.search(
                                changed,
                                seconds,
                                limits.threads(),
                                limits.seed(),
                                limits.exact(),
                                false,
                                cancelled,
                                r -> {})
                        .plan()
                != null;
    }

    /** Ids of people who are away at some time. */
    static Set<String> away(Centre centre) {
        Set<String> ids = new LinkedHashSet<>();
        centre.assessors().stream()
                .filter(a -> !a.unavailable().isEmpty())
                .map(Assessor::id)
                .forEach(ids::add);
        centre.participants().stream()
                .filter(p -> !p.unavailable().isEmpty())
                .map(Participant::id)
                .forEach(ids::add);
        return ids;
    }
}
