package org.horarium.server.assessmentcentre.store;

import java.time.LocalDateTime;
import java.util.List;
import org.horarium.assessment.model.Disruption;
import org.jspecify.annotations.Nullable;

/**
 * A disruption as it is kept.
 *
 * @param type which
 * @param id of the person, room or session
 * @param at when it begins to hold, or the real end; null where there is no time
 */
record DisruptionJson(Type type, String id, @Nullable LocalDateTime at) {
    enum Type {
        PARTICIPANT_LATE,
        PARTICIPANT_ABSENT,
        ASSESSOR_OUT,
        ROOM_LOST,
        SESSION_OVERRAN,
        NOT_STARTED
    }

    static List<DisruptionJson> of(List<Disruption> disruptions) {
        return disruptions.stream().map(DisruptionJson::of).toList();
    }

    private static DisruptionJson of(Disruption d) {
        if (d instanceof Disruption.ParticipantLate late) {
            return new DisruptionJson(Type.PARTICIPANT_LATE, late.participant(), late.arrives());
        } else if (d instanceof Disruption.ParticipantAbsent absent) {
            return new DisruptionJson(Type.PARTICIPANT_ABSENT, absent.participant(), null);
        } else if (d instanceof Disruption.AssessorOut out) {
            return new DisruptionJson(Type.ASSESSOR_OUT, out.assessor(), out.from());
        } else if (d instanceof Disruption.RoomLost lost) {
            return new DisruptionJson(Type.ROOM_LOST, lost.room(), lost.from());
        } else if (d instanceof Disruption.SessionOverran overran) {
            return new DisruptionJson(Type.SESSION_OVERRAN, overran.session(), overran.end());
        } else if (d instanceof Disruption.NotStarted waiting) {
            return new DisruptionJson(Type.NOT_STARTED, waiting.session(), null);
        }
        throw new IllegalStateException("Unknown disruption: " + d);
    }

    Disruption read() {
        return switch (type) {
            case PARTICIPANT_LATE -> new Disruption.ParticipantLate(id, time());
            case PARTICIPANT_ABSENT -> new Disruption.ParticipantAbsent(id);
            case ASSESSOR_OUT -> new Disruption.AssessorOut(id, time());
            case ROOM_LOST -> new Disruption.RoomLost(id, time());
            case SESSION_OVERRAN -> new Disruption.SessionOverran(id, time());
            case NOT_STARTED -> new Disruption.NotStarted(id);
        };
    }

    private LocalDateTime time() {
        if (at == null) {
            throw new IllegalStateException("The disruption (" + type + ", " + id + ") was kept without its time.");
        }
        return at;
    }
}
