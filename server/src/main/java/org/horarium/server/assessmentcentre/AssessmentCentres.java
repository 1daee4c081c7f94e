package org.horarium.server.assessmentcentre;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.horarium.assessment.model.Centre;
import org.horarium.server.access.Actor;
import org.horarium.server.assessmentcentre.store.CentreStore;
import org.horarium.server.assessmentcentre.store.PlanStore;
import org.horarium.server.assessmentcentre.store.PlanningJobStore;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.institution.RecordNames;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.CursorPage;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.NumberedPage;
import org.horarium.server.platform.StaleEditException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people can do with centres and look at in them. Every method checks the row rule first: see {@link CentreGate}. */
@Service
public class AssessmentCentres {
    private static final int LONGEST_NAME = 200;

    private final CentreGate gate;
    private final CentreStore store;
    private final PlanStore plans;
    private final PlanningJobStore jobs;
    private final RecordNames names;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    AssessmentCentres(
            CentreGate gate,
            CentreStore store,
            PlanStore plans,
            PlanningJobStore jobs,
            RecordNames names,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.store = store;
        this.plans = plans;
        this.jobs = jobs;
        this.names = names;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A page of the centres that they look after, the newest first. */
    public NumberedPage<AssessmentCentre> page(Actor actor, String name, int number) {
        gate.requireStaff(actor);
        long total = store.count(departments(actor), name.strip());
        NumberedPage.Place place = NumberedPage.place(number, total);
        return new NumberedPage<>(
                store.page(departments(actor), name.strip(), place.offset(), NumberedPage.SIZE), place.number(), total);
    }

    /** The centres that they look after, the newest first, for programs. */
    public CursorPage<AssessmentCentre> after(Actor actor, CursorPage.Request request) {
        gate.requireStaff(actor);
        UUID after;
        try {
            after = request.after() == null ? null : UUID.fromString(request.after());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("/next", "The cursor is none. Take it from an earlier answer.");
        }
        List<AssessmentCentre> rows = store.after(departments(actor), after, request.limit() + 1);
        return CursorPage.of(rows, request.limit(), row -> row, row -> row.id().toString());
    }

    private static @Nullable List<String> departments(Actor actor) {
        return actor.isAdmin() ? null : List.copyOf(actor.departments());
    }

    /**
     * A centre.
     *
     * @throws NotFoundException if there is none
     */
    public AssessmentCentre get(Actor actor, UUID id) {
        return gate.open(actor, id);
    }

    /**
     * Adds a centre.
     *
     * @param department whose it is; null for the whole college, or for the only department of a member of staff
     * @return its key
     * @throws InvalidInputException if there is no such department, its name is too long, or somebody with several departments names none
     */
    public UUID create(Actor actor, @Nullable String department, Centre centre) {
        gate.requireStaff(actor);
        String owner = owner(actor, department);
        gate.requireManage(actor, owner);
        checkDepartment(owner);
        checkName(centre);
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            store.insert(id, owner, centre, actor.email());
            audit.record(actor.email(), "assessmentcentre.created", id.toString(), Map.of("name", centre.name()));
        });
        return id;
    }

    private static @Nullable String owner(Actor actor, @Nullable String department) {
        if (department != null && !department.isBlank()) {
            return department.strip();
        }
        if (actor.isAdmin()) {
            return null;
        }
        if (actor.departments().size() != 1) {
            throw new InvalidInputException(
                    "/department_id",
                    "Say whose centre it is: department_id must be one of %s."
                            .formatted(actor.departments().stream().sorted().toList()));
        }
        return actor.departments().iterator().next();
    }

    private void checkDepartment(@Nullable String owner) {
        if (owner != null && names.department(owner).isEmpty()) {
            throw new InvalidInputException(
                    "/department_id",
                    "There is no department (%s). Give the code of one, or none for the whole college."
                            .formatted(owner));
        }
    }

    /** What the reader of files lets pass and the database does not. */
    private static void checkName(Centre centre) {
        if (centre.name().length() > LONGEST_NAME
                || !centre.name().equals(centre.name().strip())
                || centre.name().chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(List.of(new InputError(
                    "/name",
                    "The name must be one line of at most %d characters without spaces around it."
                            .formatted(LONGEST_NAME))));
        }
    }

    /**
     * Changes a centre. Plans that were made stay as they are.
     *
     * @param version of the centre that was read
     * @return the changed centre
     * @throws StaleEditException if somebody else changed it since
     */
    public AssessmentCentre update(Actor actor, UUID id, long version, Centre centre) {
        gate.open(actor, id);
        checkName(centre);
        transaction.executeWithoutResult(status -> {
            if (!store.update(id, version, centre)) {
                throw stale(id);
            }
            audit.record(actor.email(), "assessmentcentre.changed", id.toString(), Map.of("name", centre.name()));
        });
        return gate.open(actor, id);
    }

    /**
     * Removes a centre with its plans.
     *
     * @param version of the centre that was read
     * @throws StaleEditException if somebody else changed it since
     * @throws ConflictException if it is being planned
     */
    public void delete(Actor actor, UUID id, long version) {
        AssessmentCentre centre = gate.open(actor, id);
        transaction.executeWithoutResult(status -> {
            boolean planned =
                    jobs.newest(id, 1).stream().anyMatch(job -> job.status().open());
            if (planned) {
                throw new ConflictException("The centre is being planned. Cancel that first.");
            }
            if (!store.delete(id, version)) {
                throw stale(id);
            }
            audit.record(actor.email(), "assessmentcentre.removed", id.toString(), Map.of("name", centre.name()));
        });
    }

    private static StaleEditException stale(UUID id) {
        return new StaleEditException(
                "Somebody else changed the assessment centre (%s) since you read it. Read it again.".formatted(id));
    }

    /** The plan that holds, or nothing. */
    public Optional<PlanVersion> currentPlan(Actor actor, UUID id) {
        gate.open(actor, id);
        return plans.current(id);
    }

    /**
     * One of the plans.
     *
     * @throws NotFoundException if there is none with the number
     */
    public PlanVersion plan(Actor actor, UUID id, int number) {
        gate.open(actor, id);
        return plans.find(id, number)
                .orElseThrow(() -> new NotFoundException(
                        "The assessment centre (%s) has no plan with the number %d.".formatted(id, number)));
    }

    /** All plans, the newest first. */
    public List<PlanVersion> plans(Actor actor, UUID id) {
        gate.open(actor, id);
        return plans.all(id);
    }
}
