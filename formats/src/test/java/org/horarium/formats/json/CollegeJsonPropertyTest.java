package org.horarium.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.horarium.formats.FormatException;
import org.horarium.formats.Trials;
import org.horarium.formats.college.College;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.formats.college.problem.CollegeProblem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CollegeJsonPropertyTest {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "3",
            "1e9",
            "1e999",
            "12345678901234567890",
            "\"\"",
            "\"x\"",
            "\"CSE\"",
            "\"\\uffff\"",
            "\"23:59:59.999999999\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[{}]",
            "{\"id\": \"R1\"}",
            "\"a\\nb\"");

    /** A sound college goes out and in again, and always becomes a problem. */
    @Test
    void soundCollegesGoOutAndInAgain() {
        Trials.repeat(300, CollegeJsonPropertyTest::goesOutAndInAgain);
    }

    private static void goesOutAndInAgain(Random random) {
        College college = RandomCollege.of(random.nextLong());
        assertThat(CollegeChecks.check(college)).isEmpty();
        byte[] written = CollegeJson.write(college);
        assertThat(CollegeJson.read(written)).isEqualTo(college);
        assertThat(CollegeProblem.of(college).problem().name()).isEqualTo(college.name());
    }

    /** Whatever is done to the tree: a college that becomes a problem, or faults. */
    @Test
    void damagedTreesAreRefusedOrUsable() {
        Trials.repeat(1500, CollegeJsonPropertyTest::damagedTree);
    }

    private static void damagedTree(Random random) {
        ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(Tiny.bytes());
        for (int i = 0; i <= random.nextInt(4); i++) {
            damage(tree, random);
        }
        refusedOrUsable(JsonMapper.shared().writeValueAsBytes(tree));
    }

    /** Whatever is done to the bytes. */
    @Test
    void damagedBytesAreRefusedOrUsable() {
        Trials.repeat(500, CollegeJsonPropertyTest::damagedBytes);
    }

    private static void damagedBytes(Random random) {
        byte[] bytes = Tiny.bytes();
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        refusedOrUsable(bytes);
    }

    private static void refusedOrUsable(byte[] json) {
        College college;
        try {
            college = CollegeJson.read(json);
        } catch (FormatException refused) {
            assertThat(refused.faults()).isNotEmpty();
            return;
        }
        assertThat(CollegeProblem.of(college).activities()).isNotNull();
        assertThat(CollegeJson.read(CollegeJson.write(college))).isEqualTo(college);
    }

    private static void damage(JsonNode node, Random random) {
        JsonNode at = node;
        while (true) {
            int size = at.size();
            if (size == 0) {
                return;
            }
            int index = random.nextInt(size);
            JsonNode child = at instanceof ArrayNode
                    ? at.get(index)
                    : at.get(List.copyOf(at.propertyNames()).get(index));
            if (child.size() == 0 || random.nextInt(4) == 0) {
                replace(at, index, random);
                return;
            }
            at = child;
        }
    }

    private static void replace(JsonNode parent, int index, Random random) {
        JsonNode value = JsonMapper.shared().readTree(VALUES.get(random.nextInt(VALUES.size())));
        int kind = random.nextInt(4);
        if (parent instanceof ArrayNode array) {
            if (kind == 0) {
                array.remove(index);
            } else if (kind == 1) {
                array.add(array.get(index).deepCopy());
            } else {
                array.set(index, value);
            }
        } else {
            ObjectNode object = (ObjectNode) parent;
            String field = List.copyOf(object.propertyNames()).get(index);
            if (kind == 0) {
                object.remove(field);
            } else {
                object.set(field, value);
            }
        }
    }
}
