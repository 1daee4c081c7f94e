package org.horarium.server.timetable.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.engine.model.Problem;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionSummary;
import org.springframework.stereotype.Component;

/**
 * The drafts that people have open, kept in memory for a while. The data behind a draft (people, rooms, rules) are read
 * again once they are a minute old; the plan itself is never older than the version asked for.
 */
@Component
class OpenDrafts {
    private static final Duration DATA_KEPT = Duration.ofMinutes(1);
    private static final int MOST = 12;

    private final Schedules schedules;
    private final List<DraftRules> further;
    private final Cache<UUID, OpenDraft> drafts = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final Cache<UUID, Data> problems =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(DATA_KEPT).build();

    OpenDrafts(Schedules schedules, List<DraftRules> further) {
        this.schedules = schedules;
        this.further = List.copyOf(further);
    }

    /** What a revision is judged by. */
    private record Data(CollegeProblem problem, Problem rules) {}

    private Data read(Revision revision) {
        CollegeProblem problem = CollegeProblem.of(schedules.college(revision.schedule()));
        Problem rules = problem.problem();
        for (DraftRules more : further) {
            rules = more.of(revision, problem, rules);
        }
        return new Data(problem, rules);
    }

    /** Reads the data behind all drafts anew, because somebody has changed them. */
    void forgetData() {
        problems.invalidateAll();
    }

    /** The revision, if it is open already as it is now: nothing of it has to be read. */
    Optional<OpenDraft> known(RevisionSummary revision) {
        Data data = problems.getIfPresent(revision.workflow());
        OpenDraft known = drafts.getIfPresent(revision.workflow());
        return data != null
                        && known != null
                        && known.isOf(data.problem)
                        && known.revision().version() == revision.version()
                ? Optional.of(known)
                : Optional.empty();
    }

    /** The revision, opened with the data as they are at this moment, and not kept. */
    OpenDraft fresh(Revision revision) {
        Data data = read(revision);
        return OpenDraft.of(revision, data.problem, data.rules);
    }

    /** The revision, open. */
    OpenDraft open(Revision revision) {
        Data data = problems.get(revision.workflow(), id -> read(revision));
        OpenDraft known = drafts.getIfPresent(revision.workflow());
        if (known != null && known.isOf(data.problem)) {
            if (known.revision().version() == revision.version()) {
                return known;
            }
            OpenDraft next = known.next(revision);
            drafts.put(revision.workflow(), next);
            return next;
        }
        OpenDraft fresh = OpenDraft.of(revision, data.problem, data.rules);
        drafts.put(revision.workflow(), fresh);
        return fresh;
    }
}
