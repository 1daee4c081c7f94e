package org.horarium.server.schedule;

import java.util.List;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.College;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.server.institution.CollegeDocuments;
import org.horarium.server.preference.Preferences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the modules own of a college. */
@Component
class JdbcColleges implements Colleges {
    private final CollegeDocuments documents;
    private final Preferences preferences;
    private final Pins pins;

    JdbcColleges(CollegeDocuments documents, Preferences preferences, Pins pins) {
        this.documents = documents;
        this.preferences = preferences;
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
        preferences.insert(college.preferences());
        pins.insert(college.term().id(), college.pins());
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public College whole(String term) {
        return read(term, null);
    }

    /** The whole college with the pins of a schedule, or only those of the term. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    College read(String term, @Nullable ScheduleId schedule) {
        College college = documents.read(term);
        List<ActivityPin> fixed = pins.read(term, schedule);
        return new College(
                college.name(),
                college.term(),
                college.departments(),
                college.buildings(),
                college.equipment(),
                college.rooms(),
                college.batches(),
                college.students(),
                college.personnel(),
                college.courses(),
                preferences.read(),
                fixed,
                college.objective());
    }
}
