/**
 * Assessment centres: an immutable model, a planner, a verifier that shares nothing with it, explained failures, and
 * repair on the day. It knows no database, no file format and no framework.
 */
module org.horarium.assessment {
    requires static transitive org.jspecify;
    requires com.google.protobuf;
    requires ortools.java;

    exports org.horarium.assessment;
    exports org.horarium.assessment.model;
    exports org.horarium.assessment.repair;
    exports org.horarium.assessment.sample;
    exports org.horarium.assessment.verify;
}
