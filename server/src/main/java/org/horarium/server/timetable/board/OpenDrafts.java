package org.horarium.server.timetable.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.Revision;
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
    private final Cache<Long, OpenDraft> drafts = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final Cache<Long, CollegeProblem> problems =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(DATA_KEPT).build();

    OpenDrafts(Schedules schedules) {
        this.schedules = schedules;
    }

    /** Reads the data behind all drafts anew, because somebody has changed them. */
    void forgetData() {
        problems.invalidateAll();
    }

    /** The revision, open. */
    OpenDraft open(Revision revision) {
        CollegeProblem problem =
                problems.get(revision.id(), id -> CollegeProblem.of(schedules.college(revision.schedule())));
        OpenDraft known = drafts.getIfPresent(revision.id());
        if (known != null && known.isOf(problem)) {
            if (known.revision().version() == revision.version()) {
                return known;
            }
            OpenDraft next = known.next(revision);
            drafts.put(revision.id(), next);
            return next;
        }
        OpenDraft fresh = OpenDraft.of(revision, problem);
        drafts.put(revision.id(), fresh);
        return fresh;
    }
}
