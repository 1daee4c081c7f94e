package org.horarium.server.assessmentcentre;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.horarium.assessment.model.Assessor;
import org.horarium.assessment.model.Disruption;
import org.horarium.assessment.model.Participant;
import org.horarium.assessment.model.Room;
import org.horarium.assessment.model.Session;
import org.horarium.assessment.repair.RepairOption;
import org.horarium.assessment.repair.Repairer;
import org.horarium.assessment.verify.Finding;
import org.horarium.assessment.verify.RepairVerifier;
import org.horarium.server.access.Actor;
import org.horarium.server.assessmentcentre.PlanVersion.Origin;
import org.horarium.server.assessmentcentre.store.DayStore;
import org.horarium.server.assessmentcentre.store.PlanStore;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The day itself: what was seen of the sessions, what happened, and how it goes on. Every method checks the row rule first:
 * see {@link CentreGate}. Times are local to the centre; {@code at} sets the clock by hand, see {@link CentreClock}.
 */
@Service
public class RunDay {
    /** How long a search for ways to go on may take. */
    private static final double SEARCH_SECONDS = 2;

    /** So much before its time a session may begin. */
    private static final int EARLY_MINUTES = 15;

    private static final long SEED = 1;

    private final CentreGate gate;
    private final CentreClock clock;
    private final PlanStore plans;
    private final DayStore day;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    RunDay(
            CentreGate gate,
            CentreClock clock,
            PlanStore plans,
            DayStore day,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.clock = clock;
        this.plans = plans;
        this.day = day;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * The plan that holds, at a moment; nothing before the first plan.
     *
     * @throws InvalidInputException if the clock is set by hand on a day of the centre
     */
    public Optional<RunningCentre> open(Actor actor, UUID centreId, @Nullable LocalDateTime at) {
        gate.open(actor, centreId);
        return plans.current(centreId).map(version -> running(version, at));
    }

    private RunningCentre running(PlanVersion version, @Nullable LocalDateTime at) {
        return RunningCentre.of(
                version, clock.now(version.centre(), at), day.marks(version.centreId(), version.lineage()));
    }

    private RunningCentre require(Actor actor, UUID centreId, @Nullable LocalDateTime at) {
        return open(actor, centreId, at)
                .orElseThrow(() -> new ConflictException("The centre has no plan yet. Make one first."));
    }

    /**
     * Notes what was seen of a session.
     *
     * @param session its key
     * @throws NotFoundException if the plan has no such session
     * @throws ConflictException if that can't be: finished before it began, or begun long before its time
     */
    public RunningCentre mark(Actor actor, UUID centreId, String session, Mark.Kind kind, @Nullable LocalDateTime at) {
        RunningCentre running = require(actor, centreId, at);
        Session s = running.session(session)
                .orElseThrow(
                        () -> new NotFoundException("The plan has no session (%s). Look again.".formatted(session)));
        possible(running, s, kind);
        transaction.executeWithoutResult(status -> {
            day.mark(
                    centreId,
                    running.version().lineage(),
                    new Mark(session, kind, s.start(), running.now(), actor.email()));
            audit.record(
                    actor.email(),
                    "assessmentcentre.session-" + kind.code(),
                    centreId.toString(),
                    Map.of("session", session, "at", running.now().toString()));
        });
        return require(actor, centreId, at);
    }

    private static void possible(RunningCentre running, Session s, Mark.Kind kind) {
        LocalDateTime earliest = s.start().minusMinutes(kind == Mark.Kind.LATE ? 0 : EARLY_MINUTES);
        if (kind != Mark.Kind.CLEARED && running.now().isBefore(earliest)) {
            throw new ConflictException("It is %s at the centre and the session is planned for %s: too early to say."
                    .formatted(running.now().toLocalTime(), s.start().toLocalTime()));
        }
    }

    /**
     * Searches ways to go on after something happened. Changes nothing yet.
     *
     * @throws InvalidInputException with all that is wrong with the incident
     */
    public RepairProposal propose(Actor actor, UUID centreId, Incident incident, @Nullable LocalDateTime at) {
        RunningCentre running = require(actor, centreId, at);
        List<InputError> errors = faults(running, incident);
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        PlanVersion version = running.version();
        List<Disruption> disruptions = running.with(incident);
        List<RepairOption> options = Repairer.repair(
                version.centre(), version.plan(), running.frozenUntil(), disruptions, SEARCH_SECONDS, SEED);
        RepairProposal proposal = new RepairProposal(
                UUID.randomUUID(), centreId, version.number(), running.now(), incident, disruptions, options);
        transaction.executeWithoutResult(status -> {
            day.insert(proposal, actor.email());
            audit.record(actor.email(), "assessmentcentre.incident", centreId.toString(), detail(incident));
        });
        return proposal;
    }

    private static Map<String, Object> detail(Incident incident) {
        Map<String, Object> detail =
                new HashMap<>(Map.of("kind", incident.kind().code(), "subject", incident.subject()));
        if (incident.minutes() != null) {
            detail.put("minutes", incident.minutes());
        }
        return detail;
    }

    private static List<InputError> faults(RunningCentre running, Incident incident) {
        List<InputError> errors = new ArrayList<>();
        var centre = running.version().centre();
        boolean known = switch (incident.kind()) {
            case PARTICIPANT_LATE, PARTICIPANT_ABSENT ->
                centre.participants().stream().map(Participant::id).anyMatch(incident.subject()::equals);
            case ASSESSOR_OUT -> centre.assessors().stream().map(Assessor::id).anyMatch(incident.subject()::equals);
            case ROOM_LOST -> centre.rooms().stream().map(Room::id).anyMatch(incident.subject()::equals);
            case SESSION_OVERRAN -> running.session(incident.subject()).isPresent();
        };
        if (!known) {
            errors.add(new InputError(
                    "/subject", "There is nobody and nothing with the id '%s' here.".formatted(incident.subject())));
        } else if (incident.kind() == Incident.Kind.SESSION_OVERRAN
                && running.session(incident.subject()).orElseThrow().start().isAfter(running.frozenUntil())) {
            errors.add(new InputError(
                    "/subject", "The session (%s) has not begun; it can't overrun.".formatted(incident.subject())));
        }
        Integer minutes = incident.minutes();
        if (incident.kind().timed() && (minutes == null || minutes < 1 || minutes > Incident.MAX_MINUTES)) {
            errors.add(new InputError(
                    "/minutes",
                    minutes == null
                            ? "Say how many minutes."
                            : "The minutes (%d) are not between 1 and %d.".formatted(minutes, Incident.MAX_MINUTES)));
        }
        return errors;
    }

    /** Ways to go on that were searched before. */
    public RepairProposal proposal(Actor actor, UUID centreId, UUID id) {
        gate.open(actor, centreId);
        return day.find(centreId, id)
                .orElseThrow(() -> new NotFoundException(
                        "The assessment centre (%s) has no ways to go on (%s). Search again.".formatted(centreId, id)));
    }

    /**
     * Goes on in one of the ways: it becomes the plan that holds.
     *
     * @param option its number, from 0
     * @throws ConflictException if another plan holds by now, or too much time has passed
     */
    public PlanVersion choose(Actor actor, UUID centreId, UUID id, int option, @Nullable LocalDateTime at) {
        RepairProposal proposal = proposal(actor, centreId, id);
        if (option < 0 || option >= proposal.options().size()) {
            throw new NotFoundException("There is no way %d among the %d."
                    .formatted(option, proposal.options().size()));
        }
        RepairOption chosen = proposal.options().get(option);
        transaction.executeWithoutResult(status -> {
            gate.lock(actor, centreId);
            RunningCentre running = require(actor, centreId, at);
            PlanVersion before = running.version();
            if (before.number() != proposal.basedOn()) {
                throw new ConflictException("Another plan holds by now (%d instead of %d). Search again."
                        .formatted(before.number(), proposal.basedOn()));
            }
            List<Disruption> disruptions = stillWaiting(proposal, running);
            List<Finding> findings = RepairVerifier.verify(
                    before.centre(), before.plan(), chosen.plan(), running.frozenUntil(), disruptions);
            if (!findings.isEmpty()) {
                throw new ConflictException("Time has gone on, and this way is no longer possible: %s Search again."
                        .formatted(findings.get(0).message()));
            }
            int number = plans.insertContinued(
                    before,
                    chosen.plan(),
                    new PlanStore.Facts(
                            Origin.REPAIRED,
                            before.number(),
                            null,
                            disruptions.stream()
                                    .filter(d -> !(d instanceof Disruption.NotStarted))
                                    .toList(),
                            proposal.incident()),
                    actor.email());
            audit.record(
                    actor.email(),
                    "assessmentcentre.repaired",
                    centreId.toString(),
                    Map.of(
                            "plan",
                            number,
                            "option",
                            chosen.title(),
                            "told",
                            chosen.notices().size()));
        });
        return plans.current(centreId).orElseThrow();
    }

    /** A session that waited may have been started since: then it does not move. */
    private static List<Disruption> stillWaiting(RepairProposal proposal, RunningCentre running) {
        return proposal.disruptions().stream()
                .filter(d -> !(d instanceof Disruption.NotStarted waiting)
                        || running.session(waiting.session())
                                .map(running::state)
                                .filter(state -> state == SessionState.LATE || state == SessionState.DUE)
                                .isPresent())
                .toList();
    }

    /**
     * Takes the last repair back: the plan before it holds again.
     *
     * @param number of the plan that holds, as the caller knows it
     * @throws ConflictException if another plan holds, there is nothing to undo, or sessions have begun that differ
     */
    public PlanVersion undo(Actor actor, UUID centreId, int number, @Nullable LocalDateTime at) {
        transaction.executeWithoutResult(status -> {
            gate.lock(actor, centreId);
            RunningCentre running = require(actor, centreId, at);
            PlanVersion current = running.version();
            Integer to = current.undoTo();
            if (current.number() != number) {
                throw new ConflictException("Another plan holds by now (%d instead of %d). Look again."
                        .formatted(current.number(), number));
            }
            if (to == null) {
                throw new ConflictException("There is nothing to undo: this plan is not a repair.");
            }
            PlanVersion back = plans.find(centreId, to).orElseThrow();
            sameSoFar(running, back);
            int restored = plans.insertContinued(
                    current,
                    back.plan(),
                    new PlanStore.Facts(Origin.UNDONE, back.undoTo(), back.summary(), back.disruptions(), null),
                    actor.email());
            audit.record(
                    actor.email(),
                    "assessmentcentre.undone",
                    centreId.toString(),
                    Map.of("plan", restored, "undone", current.number(), "as", back.number()));
        });
        return plans.current(centreId).orElseThrow();
    }

    /** What has begun must be the same in the plan that comes back. */
    private static void sameSoFar(RunningCentre running, PlanVersion back) {
        LocalDateTime until = running.frozenUntil();
        running.version().plan().sessions().stream()
                .filter(s -> !s.start().isAfter(until) && running.state(s) != SessionState.LATE)
                .filter(s -> !back.plan().sessions().contains(s))
                .findFirst()
                .ifPresent(s -> {
                    throw new ConflictException(
                            "The repair can't be taken back any more: %s has begun and was different before it."
                                    .formatted(s.key()));
                });
    }
}
