package org.horarium.server.schedule;

import java.util.List;
import java.util.Map;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Objective;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.WeeklyTime;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.server.institution.CollegeDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the modules own of a college. */
@Component
class JdbcColleges implements Colleges {
    private final CollegeDocuments documents;
    private final PersonnelInput input;
    private final Pins pins;

    JdbcColleges(CollegeDocuments documents, PersonnelInput input, Pins pins) {
        this.documents = documents;
        this.input = input;
        this.pins = pins;
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    @Transactional
    public void insert(College college) {
        List<Fault> faults = CollegeChecks.check(college);
        if (!faults.isEmpty()) {
            throw new FormatException(faults);
        }
        documents.insert(college);
        input.insertStanding(college.preferences());
        pins.insert(college.term().id(), college.pins());
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public College whole(String term) {
        return read(term, null);
    }

    /** The whole college with what is said and pinned for a schedule, or only what stands for the term. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    College read(String term, @Nullable ScheduleId schedule) {
        College college = documents.read(term);
        List<ActivityPin> fixed = pins.read(term, schedule);
        List<Personnel> personnel = college.personnel();
        Objective objective = college.objective();
        if (schedule != null) {
            Map<String, List<WeeklyTime>> unavailable = input.unavailable(schedule);
            personnel = personnel.stream()
                    .map(person -> WeeklyTimes.without(person, unavailable.getOrDefault(person.id(), List.of())))
                    .toList();
            objective = objective.with(input.fairness(schedule));
        }
        return new College(
                college.name(),
                college.term(),
                college.departments(),
                college.buildings(),
                college.equipment(),
                college.rooms(),
                college.batches(),
                college.students(),
                personnel,
                college.courses(),
                input.preferences(schedule),
                fixed,
                objective);
    }
}
