package org.horarium.server.timetable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts revisions of several schedules into one week: a shared room or lecturer has one week, whoever planned it. */
public final class CombinedWeek {
    private CombinedWeek() {}

    /**
     * Combines revisions that have the same term, days and slots; others stay apart.
     *
     * @param revisions any
     * @param wanted which activities of a revision's frame to take
     * @return revisions with the names of all; number and status are those of the first
     */
    public static List<Revision> of(Collection<Revision> revisions, Function<Frame, Predicate<PlacedActivity>> wanted) {
        Map<List<Object>, List<Revision>> alike = new LinkedHashMap<>();
        for (Revision revision : revisions) {
            Frame frame = revision.frame();
            alike.computeIfAbsent(
                            List.of(frame.term(), frame.days(), frame.slots(), frame.pauses()),
                            key -> new ArrayList<>())
                    .add(revision);
        }
        return alike.values().stream().map(same -> combined(same, wanted)).toList();
    }

    private static Revision combined(List<Revision> same, Function<Frame, Predicate<PlacedActivity>> wanted) {
        Revision first = same.get(0);
        List<Frame> frames = same.stream().map(Revision::frame).toList();
        Frame frame = first.frame();
        Frame all = new Frame(
                frame.college(),
                frame.term(),
                frame.days(),
                frame.slots(),
                frame.pauses(),
                union(frames, Frame::groups, Frame.Group::id),
                union(frames, Frame::rooms, Frame.Label::id),
                union(frames, Frame::people, Frame.Label::id),
                union(frames, Frame::templates, Frame.Template::id));
        List<PlacedActivity> activities = same.stream()
                .flatMap(revision -> revision.activities().stream().filter(wanted.apply(revision.frame())))
                .sorted(Comparator.comparing(PlacedActivity::day)
                        .thenComparing(PlacedActivity::slot)
                        .thenComparing(PlacedActivity::activity))
                .toList();
        return new Revision(
                first.id(),
                first.workflow(),
                first.version(),
                first.schedule(),
                first.number(),
                first.job(),
                first.status(),
                first.contentHash(),
                first.hard(),
                first.costs(),
                first.total(),
                all,
                activities,
                List.of(),
                first.createdAt());
    }

    private static <T> List<T> union(List<Frame> frames, Function<Frame, List<T>> part, Function<T, String> id) {
        Map<String, T> all = new LinkedHashMap<>();
        frames.forEach(frame -> part.apply(frame).forEach(t -> all.putIfAbsent(id.apply(t), t)));
        return List.copyOf(all.values());
    }
}
