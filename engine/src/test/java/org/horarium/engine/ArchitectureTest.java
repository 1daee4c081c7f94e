package org.horarium.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom inside the engine. */
@AnalyzeClasses(packages = "org.horarium.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule MODEL_KNOWS_NOTHING = noClasses()
            .that()
            .resideInAPackage("..engine.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..engine.compile..",
                    "..engine.state..",
                    "..engine.search..",
                    "..engine.solve..",
                    "..engine.verify..",
                    "..engine.text..");

    @ArchTest
    static final ArchRule VERIFY_KNOWS_NO_SEARCH = noClasses()
            .that()
            .resideInAPackage("..engine.verify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..engine.compile..", "..engine.state..", "..engine.search..", "..engine.solve..");

    @ArchTest
    static final ArchRule SEARCH_KNOWS_NO_VERIFY = noClasses()
            .that()
            .resideInAnyPackage("..engine.compile..", "..engine.state..", "..engine.search..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..engine.verify..", "..engine.solve..");

    @ArchTest
    static final ArchRule STATE_KNOWS_NO_SEARCH = noClasses()
            .that()
            .resideInAnyPackage("..engine.compile..", "..engine.state..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..engine.search..");
}
