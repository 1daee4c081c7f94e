package org.horarium.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.horarium.formats.college.College;
import org.junit.jupiter.api.Test;

class CollegeJsonTest {
    @Test
    void whatIsWrittenIsReadAgainAsTheSame() {
        College college = Tiny.college();
        byte[] written = CollegeJson.write(college);
        assertThat(CollegeJson.read(written)).isEqualTo(college);
        assertThat(CollegeJson.write(CollegeJson.read(written))).isEqualTo(written);
    }

    @Test
    void writesWordsTimesAndAbsentValuesAsDocumented() {
        String text = new String(CollegeJson.write(Tiny.college()), StandardCharsets.UTF_8);
        assertThat(text).startsWith("{\n  \"format\": \"horarium/1\",\n  \"name\": \"Tiny College\",\n  \"term\": {\n");
        assertThat(text).endsWith("}\n");
        assertThat(text).contains("{\"start\": \"09:00\", \"end\": \"10:00\"}");
        assertThat(text).contains("\"bucket\": \"strongly_prefer\"").contains("\"first_day\": \"2026-09-28\"");
        assertThat(text).doesNotContain("null").doesNotContain("[]");
    }

    @Test
    void theLocaleDoesNotMatter() {
        byte[] before = CollegeJson.write(Tiny.college());
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(CollegeJson.write(Tiny.college())).isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void whatIsLeftOutIsEmptyOrBalanced() {
        College college = Tiny.document()
                .remove("/objective")
                .remove("/pins")
                .remove("/preferences")
                .read();
        assertThat(college.pins()).isEmpty();
        assertThat(college.preferences()).isEmpty();
        assertThat(college.objective()).isEqualTo(org.horarium.formats.college.Objective.BALANCED);
        assertThat(college.rooms().get(0).department()).isNull();
    }
}
