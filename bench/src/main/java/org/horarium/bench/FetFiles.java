package org.horarium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ten schools and universities among the examples that come with FET; Debian's package {@code fet-data} brings them. */
final class FetFiles {
    private static final String VARIABLE = "HORARIUM_FET_DATA";
    private static final Path USUAL = Path.of("/usr/share/doc/fet-data/examples");
    private static final Map<String, String> PATHS = new LinkedHashMap<>();

    static {
        PATHS.put("hopwood", "United-Kingdom/Hopwood/Hopwood.fet");
        PATHS.put("sharif", "Iran/Sharif-University/Sharif.fet");
        PATHS.put("anna", "India/Chennai/Anna-University/timetable_July_Nov_09_9.fet");
        PATHS.put("reva", "India/REVA-University/REVA-UNIVERSITY_JANUARY2016.fet");
        PATHS.put("telpolytech-even", "Indonesia/TelPolytech-Bandung/2010-2011/TelPolytech_even.fet");
        PATHS.put("telpolytech-odd", "Indonesia/TelPolytech-Bandung/2010-2011/TelPolytech_odd.fet");
        PATHS.put("bethlen", "Hungary/Bethlen/2008-2009/2-newer/Bethlen-2008-2009.fet");
        PATHS.put("eng-college", "India/New-Delhi/Eng_College.fet");
        PATHS.put("spain", "Spain/4-secondary-and-vocational-school/SPAIN_20-21.fet");
        PATHS.put("econ-timisoara", "Romania/Faculty-Econ-Timisoara-difficult/2009-2010-sem-2/v1_7.fet");
    }

    private FetFiles() {}

    /** The folder with all examples; fails with what to do when it is missing. */
    static Path root() throws IOException {
        String named = System.getenv(VARIABLE);
        Path root = named == null ? USUAL : Path.of(named);
        if (!Files.isDirectory(root)) {
            throw new IOException(
                    "There is no folder (%s). Install FET's examples (Debian: apt-get install fet-data), or set %s to the folder that holds FET-5-official."
                            .formatted(root, VARIABLE));
        }
        return root;
    }

    /** The files by the names of the table; fails with what to do when one is missing. */
    static Map<String, Path> all() throws IOException {
        Path root = root();
        Map<String, Path> files = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : PATHS.entrySet()) {
            Path file = root.resolve("FET-5-official").resolve(entry.getValue());
            if (!Files.isReadable(file)) {
                throw new IOException(
                        "There is no file (%s); the other examples of FET are there. Maybe %s names another version of them."
                                .formatted(file, VARIABLE));
            }
            files.put(entry.getKey(), file);
        }
        return files;
    }
}
