package org.horarium.engine.verify;

import java.util.List;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.Words;

/** No room, person or group is used twice at a time, or when it is unavailable. */
final class ClashChecks {
    private final PlanIndex index;
    private final Findings findings;

    ClashChecks(PlanIndex index, Findings findings) {
        this.index = index;
        this.findings = findings;
    }

    void run() {
        for (Room room : index.problem.rooms()) {
            String name = "Room " + Words.name(room.id(), room.name());
            List<Placed> placed = index.inRoom(room.id());
            clashes(HardRule.ROOM_CLASH, room.id(), name, placed);
            unavailable(HardRule.ROOM_UNAVAILABLE, room.id(), name, room.unavailable(), placed);
        }
        for (Person person : index.problem.people()) {
            String name = Words.name(person.id(), person.name());
            List<Placed> placed = index.ofPerson(person.id());
            clashes(HardRule.PERSON_CLASH, person.id(), name, placed);
            unavailable(HardRule.PERSON_UNAVAILABLE, person.id(), name, person.unavailable(), placed);
        }
        for (Group group : index.problem.groups()) {
            String name = "Group " + Words.name(group.id(), group.name());
            List<Placed> placed = index.ofGroup(group.id());
            clashes(HardRule.GROUP_CLASH, group.id(), name, placed);
            unavailable(HardRule.GROUP_UNAVAILABLE, group.id(), name, group.unavailable(), placed);
        }
    }

    private void clashes(HardRule rule, String id, String name, List<Placed> placed) {
        for (int i = 0; i < placed.size(); i++) {
            for (int j = i + 1; j < placed.size(); j++) {
                Placed a = placed.get(i);
                Placed b = placed.get(j);
                if (a.overlaps(b)) {
                    findings.violation(
                            rule,
                            List.of(a.id(), b.id()),
                            id,
                            1,
                            "%s: %s meet on %s."
                                    .formatted(
                                            name,
                                            Words.pair(a.event(), b.event()),
                                            index.words.shared(a.time(), b.time())));
                }
            }
        }
    }

    private void unavailable(HardRule rule, String id, String name, List<TimePattern> times, List<Placed> placed) {
        for (Placed item : placed) {
            times.stream()
                    .filter(item.time()::overlaps)
                    .findFirst()
                    .ifPresent(time -> findings.violation(
                            rule,
                            List.of(item.id()),
                            id,
                            1,
                            "%s is unavailable during %s on %s."
                                    .formatted(name, Words.name(item.event()), index.words.shared(item.time(), time))));
        }
    }
}
