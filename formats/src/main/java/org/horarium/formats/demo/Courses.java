package org.horarium.formats.demo;

import java.util.ArrayList;
import java.util.List;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.Granularity;
import org.horarium.formats.college.ActivityTemplate.Requirement;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.EquipmentCount;
import org.horarium.formats.demo.Curriculum.Form;
import org.horarium.formats.demo.Curriculum.Subject;
import org.horarium.formats.demo.Curriculum.Year;
import org.jspecify.annotations.Nullable;

/** The courses of a department, with an activity template for each way they are taught. */
final class Courses {
    /** In each year, one lecture for the whole batch, and in which weeks. */
    private static final List<String> SEMINARS =
            List.of("Professional Communication", "Technical Seminar", "Project Colloquium");

    private static final List<WeekPattern> SEMINAR_WEEKS = List.of(WeekPattern.EVERY, WeekPattern.A, WeekPattern.B);
    private static final int ELECTIVE_LECTURES_OF_ONE = 3;
    private static final int ELECTIVE_LECTURES_OF_TWO = 2;
    private static final int LAB_SLOTS = 3;
    private static final int SIMULATION_SLOTS = 2;

    private final Curriculum curriculum;
    private final Scale scale;
    private final Staff staff;

    Courses(Curriculum curriculum, Scale scale, Staff staff) {
        this.curriculum = curriculum;
        this.scale = scale;
        this.staff = staff;
    }

    List<Course> all() {
        List<Course> courses = new ArrayList<>();
        int index = 0;
        for (int y = 0; y < curriculum.years().size(); y++) {
            Year year = curriculum.years().get(y);
            List<String> batch = List.of(DemoCollege.batch(curriculum, y));
            for (Subject subject : year.core()) {
                List<String> able = staff.experts(index++);
                courses.add(new Course(
                        subject.code(), subject.name(), curriculum.code(), false, batch, templates(subject, able)));
            }
            for (Subject subject : year.electives()) {
                List<String> able = staff.experts(index++);
                courses.add(new Course(
                        subject.code(),
                        subject.name(),
                        curriculum.code(),
                        true,
                        batch,
                        List.of(elective(subject, year, able))));
            }
            courses.add(seminar(y, batch));
        }
        return courses;
    }

    private List<ActivityTemplate> templates(Subject subject, List<String> able) {
        List<ActivityTemplate> templates = new ArrayList<>();
        String lecture = subject.code() + "-L";
        templates.add(new ActivityTemplate(
                lecture,
                subject.name() + ", lecture",
                "lecture",
                1,
                scale.lectures(),
                WeekPattern.EVERY,
                Granularity.SECTION,
                List.of(new Requirement(Staff.LECTURER, 1, able)),
                Campus.LECTURE,
                List.of(),
                1,
                null));
        switch (subject.form()) {
            case LECTURE -> {}
            case TUTORIAL ->
                templates.add(new ActivityTemplate(
                        subject.code() + "-T",
                        subject.name() + ", tutorial",
                        "tutorial",
                        1,
                        1,
                        WeekPattern.EVERY,
                        Granularity.SUBGROUP,
                        List.of(new Requirement(Staff.LECTURER, 1, able)),
                        Campus.SEMINAR,
                        List.of(),
                        0,
                        null));
            case LAB -> templates.add(lab(subject, able, LAB_SLOTS, WeekPattern.EVERY, Campus.WORKSTATION, null));
            case BENCH_LAB -> templates.add(lab(subject, able, LAB_SLOTS, WeekPattern.EVERY, Campus.BENCH, lecture));
            case ALTERNATING_LAB ->
                templates.add(lab(subject, able, LAB_SLOTS, WeekPattern.ALTERNATE, Campus.kit(curriculum), null));
            case SIMULATION ->
                templates.add(lab(subject, able, SIMULATION_SLOTS, WeekPattern.EVERY, Campus.WORKSTATION, null));
        }
        return templates;
    }

    private ActivityTemplate lab(
            Subject subject,
            List<String> able,
            int slots,
            WeekPattern weeks,
            String equipment,
            @Nullable String after) {
        int pieces = equipment.equals(Campus.WORKSTATION) ? scale.largestSubgroup() : 1;
        return new ActivityTemplate(
                subject.code() + "-P",
                subject.name() + ", lab",
                "lab",
                slots,
                1,
                weeks,
                Granularity.SUBGROUP,
                List.of(new Requirement(Staff.LECTURER, 1, able), new Requirement(Staff.ASSISTANT, 1, List.of())),
                subject.form() == Form.SIMULATION ? Campus.SIMULATION : curriculum.labType(),
                List.of(new EquipmentCount(equipment, pieces)),
                0,
                after);
    }

    private ActivityTemplate elective(Subject subject, Year year, List<String> able) {
        boolean recorded = year.chosen() > 1;
        int lectures = recorded ? ELECTIVE_LECTURES_OF_TWO : Math.min(scale.lectures(), ELECTIVE_LECTURES_OF_ONE);
        return new ActivityTemplate(
                subject.code() + "-L",
                subject.name() + ", lecture",
                "lecture",
                1,
                lectures,
                WeekPattern.EVERY,
                Granularity.BATCH,
                List.of(new Requirement(Staff.LECTURER, 1, able)),
                Campus.LECTURE,
                recorded ? List.of(new EquipmentCount(Campus.CAPTURE, 1)) : List.of(),
                0,
                null);
    }

    private Course seminar(int year, List<String> batch) {
        String code = curriculum.subjects().get(0).code().substring(0, 2) + (year + 2) + "90";
        String name = SEMINARS.get(year);
        ActivityTemplate template = new ActivityTemplate(
                code + "-S",
                name + ", seminar",
                "seminar",
                1,
                1,
                SEMINAR_WEEKS.get(year),
                Granularity.BATCH,
                List.of(new Requirement(Staff.LECTURER, 1, List.of())),
                Campus.LECTURE,
                List.of(),
                0,
                null);
        return new Course(code, name, curriculum.code(), false, batch, List.of(template));
    }
}
