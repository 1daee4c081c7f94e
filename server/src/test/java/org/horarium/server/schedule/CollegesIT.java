package org.horarium.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.horarium.formats.college.College;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.TestServices;
import org.horarium.server.testing.TinyCollege;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class CollegesIT {
    @Autowired
    Colleges colleges;

    @BeforeEach
    void empty() {
        TestServices.freshDatabase("colleges");
    }

    @Test
    void whatWasWrittenComesBackEqual() {
        College college = TinyCollege.college();
        colleges.insert(college);
        assertThat(colleges.whole("T1")).isEqualTo(college);
    }

    @Test
    void aSecondCollegeIsRefused() {
        colleges.insert(TinyCollege.college());
        assertThatThrownBy(() -> colleges.insert(TinyCollege.college()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Tiny College");
    }

    @Test
    void anUnknownTermIsSaid() {
        colleges.insert(TinyCollege.college());
        assertThatThrownBy(() -> colleges.whole("T9")).hasMessageContaining("T9");
    }
}
