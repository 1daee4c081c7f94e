package org.horarium.engine.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.text.Words;

/** Each event is placed once, at a time, in a room and with people that it may have; pins are kept. */
final class CandidateChecks {
    private final PlanIndex index;
    private final Findings findings;
    private final Map<String, List<Pin>> pinsOf;

    CandidateChecks(PlanIndex index, Findings findings) {
        this.index = index;
        this.findings = findings;
        this.pinsOf = index.problem.pins().stream().collect(Collectors.groupingBy(Pin::event));
    }

    void run() {
        superfluousPlacements();
        for (Event event : index.problem.events()) {
            Placed placed = index.placed(event.id());
            if (placed == null) {
                findings.violation(
                        HardRule.PLACED,
                        List.of(event.id()),
                        event.id(),
                        1,
                        "%s is not placed.".formatted(Words.name(event)));
            } else {
                List<Pin> pins = pinsOf.getOrDefault(event.id(), List.of());
                time(placed, pins);
                room(placed, pins);
                staff(placed, pins);
                pins.forEach(pin -> pin(placed, pin));
            }
        }
    }

    private void superfluousPlacements() {
        Set<String> seen = new HashSet<>();
        for (Placement placement : index.plan.placements()) {
            Event event = index.events.get(placement.event());
            if (event == null) {
                report(
                        HardRule.PLACED_ONCE,
                        placement.event(),
                        1,
                        "The plan places an event (%s) that does not exist.".formatted(placement.event()));
            } else if (!seen.add(placement.event())) {
                report(
                        HardRule.PLACED_ONCE,
                        event.id(),
                        1,
                        "%s is placed again on %s.".formatted(Words.name(event), index.words.when(placement.time())));
            }
        }
    }

    private void time(Placed placed, List<Pin> pins) {
        boolean allowed =
                placed.event().times().stream().map(TimeOption::pattern).anyMatch(placed.time()::equals)
                        || pins.stream().map(Pin::time).anyMatch(placed.time()::equals);
        if (!allowed) {
            report(
                    HardRule.TIME_CANDIDATE,
                    placed.id(),
                    1,
                    "%s is on %s, which is none of its %s."
                            .formatted(
                                    Words.name(placed.event()),
                                    index.words.when(placed.time()),
                                    Words.count(placed.event().times().size(), "possible time")));
        }
    }

    private void room(Placed placed, List<Pin> pins) {
        String room = placed.room();
        String name = Words.name(placed.event());
        if (room == null) {
            if (placed.event().needsRoom()) {
                report(HardRule.ROOM_CANDIDATE, placed.id(), 1, name + " needs a room and has none.");
            }
            return;
        }
        boolean allowed = placed.event().rooms().stream().map(RoomOption::room).anyMatch(room::equals)
                || pins.stream().map(Pin::room).anyMatch(room::equals);
        if (!allowed) {
            report(
                    HardRule.ROOM_CANDIDATE,
                    placed.id(),
                    1,
                    placed.event().needsRoom()
                            ? "%s is in room %s, which is none of its %s."
                                    .formatted(
                                            name,
                                            roomName(room),
                                            Words.count(placed.event().rooms().size(), "possible room"))
                            : "%s needs no room, but is in room %s.".formatted(name, roomName(room)));
        }
    }

    private void staff(Placed placed, List<Pin> pins) {
        String name = Words.name(placed.event());
        for (StaffNeed need : placed.event().staff()) {
            List<StaffAssignment> given = placed.staff().stream()
                    .filter(assignment -> assignment.role().equals(need.role()))
                    .toList();
            if (given.size() != need.count()) {
                report(
                        HardRule.STAFF_CANDIDATE,
                        placed.id(),
                        Math.abs(given.size() - need.count()),
                        "%s has %d of %d %s.".formatted(name, given.size(), need.count(), need.role()));
            }
            for (StaffAssignment assignment : given) {
                boolean allowed =
                        need.candidates().stream().map(PersonOption::person).anyMatch(assignment.person()::equals)
                                || pins.stream().anyMatch(pin -> pin.staff().contains(assignment));
                if (!allowed) {
                    report(
                            HardRule.STAFF_CANDIDATE,
                            placed.id(),
                            1,
                            "%s may not be %s of %s.".formatted(personName(assignment.person()), need.role(), name));
                }
            }
        }
        Set<String> roles = new HashSet<>();
        placed.event().staff().forEach(need -> roles.add(need.role()));
        Set<String> people = new HashSet<>();
        for (StaffAssignment assignment : placed.staff()) {
            if (!roles.contains(assignment.role())) {
                report(
                        HardRule.STAFF_CANDIDATE,
                        placed.id(),
                        1,
                        "%s needs no %s, but has %s."
                                .formatted(name, assignment.role(), personName(assignment.person())));
            } else if (!people.add(assignment.person())) {
                report(
                        HardRule.STAFF_CANDIDATE,
                        placed.id(),
                        1,
                        "%s is named twice for %s.".formatted(personName(assignment.person()), name));
            }
        }
    }

    private void pin(Placed placed, Pin pin) {
        String name = Words.name(placed.event());
        if (pin.time() != null && !pin.time().equals(placed.time())) {
            report(
                    HardRule.PIN,
                    placed.id(),
                    1,
                    "%s is fixed on %s, but is on %s."
                            .formatted(name, index.words.when(pin.time()), index.words.when(placed.time())));
        }
        if (pin.room() != null && !Objects.equals(pin.room(), placed.room())) {
            report(
                    HardRule.PIN,
                    placed.id(),
                    1,
                    "%s is fixed in room %s, but is in %s."
                            .formatted(
                                    name,
                                    roomName(pin.room()),
                                    placed.room() == null ? "none" : roomName(placed.room())));
        }
        for (StaffAssignment assignment : pin.staff()) {
            if (!placed.staff().contains(assignment)) {
                report(
                        HardRule.PIN,
                        placed.id(),
                        1,
                        "%s is fixed as %s of %s, but does not give it."
                                .formatted(personName(assignment.person()), assignment.role(), name));
            }
        }
    }

    private String roomName(String id) {
        var room = index.rooms.get(id);
        return room == null ? id : Words.name(id, room.name());
    }

    private String personName(String id) {
        var person = index.people.get(id);
        return person == null ? id : Words.name(id, person.name());
    }

    private void report(HardRule rule, String event, long units, String message) {
        findings.violation(rule, List.of(event), event, units, message);
    }
}
