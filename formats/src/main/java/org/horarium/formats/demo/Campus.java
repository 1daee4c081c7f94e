package org.horarium.formats.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.horarium.formats.college.College;
import org.horarium.formats.college.EquipmentCount;
import org.horarium.formats.college.Room;
import org.horarium.formats.college.WeeklyTime;
import org.jspecify.annotations.Nullable;

/** Buildings, equipment and rooms. */
final class Campus {
    static final String LECTURE = "lecture";
    static final String SEMINAR = "seminar";
    static final String SIMULATION = "simulation-lab";
    static final String WORKSTATION = "workstation";
    static final String BENCH = "demonstration-bench";
    static final String CAPTURE = "lecture-capture";

    private static final String MAIN = "MAIN";
    private static final int SPARE_SEATS = 4;
    /** Seats by which the rooms of a kind differ, in turn, so that it matters which one is taken. */
    private static final int STEP = 6;

    private static final int SIZES = 3;

    private final Scale scale;

    Campus(Scale scale) {
        this.scale = scale;
    }

    /** Id of the scarce kit of a department. */
    static String kit(Curriculum curriculum) {
        return "kit-" + curriculum.code();
    }

    private static String block(Curriculum curriculum) {
        return curriculum.code() + "-BLOCK";
    }

    List<College.Building> buildings() {
        List<College.Building> buildings = new ArrayList<>();
        buildings.add(new College.Building(MAIN, "Main building"));
        scale.departments()
                .forEach(curriculum -> buildings.add(
                        new College.Building(block(curriculum), "%s block".formatted(curriculum.name()))));
        return buildings;
    }

    List<College.Equipment> equipment() {
        List<College.Equipment> equipment = new ArrayList<>();
        equipment.add(new College.Equipment(WORKSTATION, "Workstation", 0));
        equipment.add(new College.Equipment(BENCH, "Demonstration bench", 0));
        equipment.add(new College.Equipment(CAPTURE, "Lecture recording set", scale.captureKits()));
        scale.departments()
                .forEach(curriculum -> equipment.add(new College.Equipment(kit(curriculum), curriculum.scarce(), 1)));
        return equipment;
    }

    List<Room> rooms() {
        List<Room> rooms = new ArrayList<>();
        int lab = scale.largestSubgroup() + SPARE_SEATS;
        List<WeeklyTime> serviced = List.of(new WeeklyTime(DayOfWeek.FRIDAY, LocalTime.of(14, 0), LocalTime.of(17, 0)));
        for (int i = 1; i <= scale.halls(); i++) {
            rooms.add(room(
                    "H" + i,
                    "Hall " + i,
                    null,
                    LECTURE,
                    scale.largestBatch() + SPARE_SEATS * i,
                    List.of(),
                    i == 1 ? serviced : List.of()));
        }
        addAll(rooms, "R1", "Lecture room", null, LECTURE, scale.lectureRooms(), scale.largestSection());
        addAll(rooms, "S1", "Seminar room", null, SEMINAR, scale.seminarRooms(), scale.largestSubgroup());
        for (int i = 1; i <= scale.simulationLabs(); i++) {
            rooms.add(room(
                    "SIM" + i,
                    "Simulation laboratory " + i,
                    null,
                    SIMULATION,
                    lab,
                    List.of(new EquipmentCount(WORKSTATION, lab)),
                    List.of()));
        }
        for (Curriculum curriculum : scale.departments()) {
            addAll(
                    rooms,
                    curriculum.code() + "-R1",
                    "%s lecture room".formatted(curriculum.code()),
                    curriculum,
                    LECTURE,
                    scale.ownLectureRooms(),
                    scale.largestSection());
            for (int i = 1; i <= scale.ownLabs(); i++) {
                boolean last = i == scale.ownLabs() && i > 1;
                rooms.add(room(
                        curriculum.code() + "-L" + i,
                        "%s %d".formatted(curriculum.labName(), i),
                        curriculum,
                        curriculum.labType(),
                        lab,
                        last
                                ? List.of(new EquipmentCount(WORKSTATION, lab))
                                : List.of(new EquipmentCount(WORKSTATION, lab), new EquipmentCount(BENCH, 1)),
                        List.of()));
            }
        }
        return rooms;
    }

    private static void addAll(
            List<Room> rooms,
            String prefix,
            String name,
            @Nullable Curriculum owner,
            String type,
            int count,
            int students) {
        for (int i = 1; i <= count; i++) {
            int capacity = students + SPARE_SEATS + STEP * (i % SIZES);
            String number = "%s%02d".formatted(prefix, i);
            rooms.add(room(number, "%s %s".formatted(name, i), owner, type, capacity, List.of(), List.of()));
        }
    }

    /** A room; lecture rooms that a department owns are shared, its laboratories are not. */
    private static Room room(
            String id,
            String name,
            @Nullable Curriculum owner,
            String type,
            int capacity,
            List<EquipmentCount> equipment,
            List<WeeklyTime> unavailable) {
        return new Room(
                id,
                name,
                owner == null ? null : owner.code(),
                owner == null || type.equals(LECTURE),
                owner == null ? MAIN : block(owner),
                type,
                capacity,
                equipment,
                unavailable);
    }
}
