package org.horarium.server.assessmentcentre;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.horarium.assessment.model.Centre;
import org.horarium.server.access.Actor;
import org.horarium.server.assessmentcentre.store.LinkStore;
import org.horarium.server.assessmentcentre.store.PlanStore;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.Secrets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Secret links: who has one sees their own sheet and calendar without an account, and nothing else. A secret is 256 random
 * bits; the database keeps its SHA-256.
 */
@Service
public class PersonLinks {
    private static final int SECRET_BYTES = 32;
    /** A link ends by itself so long after the last day. */
    private static final Duration AFTER_LAST_DAY = Duration.ofDays(30);

    private final CentreGate gate;
    private final LinkStore store;
    private final PlanStore plans;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PersonLinks(CentreGate gate, LinkStore store, PlanStore plans, AuditLog audit, TransactionTemplate transaction) {
        this.gate = gate;
        this.store = store;
        this.plans = plans;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * A new link.
     *
     * @param kind whether a participant or an assessor
     * @param person their id
     * @param name as shown
     * @param secret the last part of its path, to be shown once
     */
    public record Issued(PersonKind kind, String person, String name, String secret) {
        /** The path of the page that it opens. */
        public String path() {
            return "/itinerary/" + secret;
        }
    }

    /**
     * What a link shows.
     *
     * @param link whose
     * @param versions all plans of the centre, the newest first; the one that holds among them
     * @param current number of the plan that holds
     */
    public record Opened(PersonLink link, List<PlanVersion> versions, int current) {
        /** The plan that holds. */
        public PlanVersion version() {
            return versions.stream()
                    .filter(v -> v.number() == current)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The links that can still be used. */
    public List<PersonLink> list(Actor actor, UUID centreId) {
        gate.open(actor, centreId);
        return store.list(centreId);
    }

    /**
     * Makes a link for a person; links that they had end.
     *
     * @throws NotFoundException if nobody has the id
     */
    public Issued issue(Actor actor, UUID centreId, PersonKind kind, String person) {
        AssessmentCentre centre = gate.open(actor, centreId);
        return issue(actor, centre, kind, List.of(person)).get(0);
    }

    /** Makes a link for everybody of a kind; links that they had end. */
    public List<Issued> issueAll(Actor actor, UUID centreId, PersonKind kind) {
        AssessmentCentre centre = gate.open(actor, centreId);
        List<String> everybody = kind == PersonKind.PARTICIPANT
                ? centre.centre().participants().stream().map(p -> p.id()).toList()
                : centre.centre().assessors().stream().map(a -> a.id()).toList();
        return issue(actor, centre, kind, everybody);
    }

    private List<Issued> issue(Actor actor, AssessmentCentre centre, PersonKind kind, List<String> people) {
        Instant expires = expiry(centre.centre());
        List<Issued> issued = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            for (String person : people) {
                String secret = Secrets.random(SECRET_BYTES);
                issued.add(new Issued(kind, person, name(centre.centre(), kind, person), secret));
                store.revokeAll(centre.id(), kind, person);
                store.insert(centre.id(), kind, person, Secrets.hash(secret), expires, actor.email());
            }
            audit.record(
                    actor.email(),
                    "assessmentcentre.links-made",
                    centre.id().toString(),
                    Map.of("kind", kind.code(), "people", people));
        });
        return issued;
    }

    private static String name(Centre centre, PersonKind kind, String id) {
        Optional<String> name = kind == PersonKind.PARTICIPANT
                ? Optional.ofNullable(centre.participant(id)).map(p -> p.name())
                : Optional.ofNullable(centre.assessor(id)).map(a -> a.name());
        return name.orElseThrow(
                () -> new NotFoundException("The assessment centre has no %s (%s).".formatted(kind.code(), id)));
    }

    private static Instant expiry(Centre centre) {
        Instant last = centre.days()
                .get(centre.days().size() - 1)
                .date()
                .plusDays(1)
                .atStartOfDay(centre.timeZone())
                .toInstant();
        Instant now = Instant.now();
        return (last.isAfter(now) ? last : now).plus(AFTER_LAST_DAY);
    }

    /**
     * Ends a link.
     *
     * @throws NotFoundException if the centre has no such link
     */
    public void revoke(Actor actor, UUID centreId, long id) {
        gate.open(actor, centreId);
        transaction.executeWithoutResult(status -> {
            if (!store.revoke(centreId, id)) {
                throw new NotFoundException("There is no link %d here; maybe it has ended.".formatted(id));
            }
            audit.record(actor.email(), "assessmentcentre.link-revoked", centreId.toString(), Map.of("link", id));
        });
    }

    /**
     * What a secret opens. Reading changes nothing.
     *
     * @throws NotFoundException if the secret is none, has expired or was revoked, or there is no plan: all the same
     */
    public Opened open(String secret) {
        PersonLink link = store.find(Secrets.hash(secret)).orElseThrow(PersonLinks::unknown);
        List<PlanVersion> versions = plans.all(link.centreId());
        int current =
                plans.current(link.centreId()).orElseThrow(PersonLinks::unknown).number();
        return new Opened(link, versions, current);
    }

    private static NotFoundException unknown() {
        return new NotFoundException(
                "This link does not lead anywhere (any more). Ask whoever gave it to you for a new one.");
    }
}
