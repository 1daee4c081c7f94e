package org.horarium.engine.explain;

import java.util.List;

/**
 * Why an event cannot have a time.
 *
 * @param subjects whose fault it is
 * @param text a clause that follows "… times fall where", for example "Dr. Lee is unavailable"
 * @param advice what to try
 */
record Cause(List<Subject> subjects, String text, String advice) {
    Cause {
        subjects = List.copyOf(subjects);
    }
}
