/** Readers and writers of every file format, the college document and the demo colleges. */
module org.horarium.formats {
    requires transitive org.horarium.assessment;
    requires transitive org.horarium.engine;
    requires static transitive org.jspecify;
    requires java.xml;
    requires tools.jackson.databind;

    exports org.horarium.formats;
    exports org.horarium.formats.assessment;
    exports org.horarium.formats.college;
    exports org.horarium.formats.college.check;
    exports org.horarium.formats.college.fairness;
    exports org.horarium.formats.college.problem;
    exports org.horarium.formats.demo;
    exports org.horarium.formats.fet;
    exports org.horarium.formats.file;
    exports org.horarium.formats.itc2007;
    exports org.horarium.formats.itc2019;
    exports org.horarium.formats.json;
}
