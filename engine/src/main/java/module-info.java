/**
 * The engine: an immutable model, a search over primitive arrays and a verifier that shares nothing with it. It knows no
 * database, no file format and no framework.
 */
module org.horarium.engine {
    requires static transitive org.jspecify;
    requires java.management;
    requires static ortools.java;

    exports org.horarium.engine.edit;
    exports org.horarium.engine.exact;
    exports org.horarium.engine.explain;
    exports org.horarium.engine.model;
    exports org.horarium.engine.solve;
    exports org.horarium.engine.variant;
    exports org.horarium.engine.verify;
}
