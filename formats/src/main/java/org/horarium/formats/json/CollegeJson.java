package org.horarium.formats.json;

import java.util.List;
import org.horarium.formats.Fault;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.FormatException;
import org.horarium.formats.college.College;
import org.horarium.formats.college.check.CollegeChecks;
import tools.jackson.databind.node.ObjectNode;

/** A {@link College} as Horarium JSON. */
public final class CollegeJson {
    /** Value of the member {@code format}. */
    public static final String FORMAT = "horarium/1";

    private CollegeJson() {}

    /**
     * Reads a college and checks it.
     *
     * @param json a document in UTF-8, at most 64 MiB
     * @throws FormatException with every fault of form and, as {@link CollegeChecks} finds them, of content
     */
    public static College read(byte[] json) {
        ObjectNode document = JsonText.parse(json);
        DocumentFormat.check(document, FORMAT);
        FaultCollector faults = new FaultCollector();
        College college = JsonRecord.document("college", document, CollegeReader::college, faults);
        faults.addAll(furtherFaults(faults.faults(), CollegeChecks.check(college)));
        faults.throwIfAny();
        return college;
    }

    /** Leaves out what is said of a place that could not even be read. */
    private static List<Fault> furtherFaults(List<Fault> ofForm, List<Fault> ofContent) {
        return ofContent.stream()
                .filter(fault -> ofForm.stream()
                        .noneMatch(form -> fault.where().equals(form.where())
                                || fault.where().startsWith(form.where() + "/")))
                .toList();
    }

    /** Writes a college; reading it again gives an equal one, and writing that gives the same bytes. */
    public static byte[] write(College college) {
        return JsonText.write(FORMAT, college);
    }
}
