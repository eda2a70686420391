package io.quanyu.serve;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A question knows nobody who asks it, so a page or an API only adds a face. */
@AnalyzeClasses(packages = "io.quanyu.serve", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule questionsKnowNoCommandLine = noClasses()
            .that()
            .resideInAPackage("io.quanyu.serve.ask..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quanyu.serve.command..", "picocli..");

    @ArchTest
    static final ArchRule questionsPrintNothing = noClasses()
            .that()
            .resideInAPackage("io.quanyu.serve.ask..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.io.PrintWriter.class);

    @ArchTest
    static final ArchRule commandsAskNoSqlOfTheirOwn = noClasses()
            .that()
            .resideInAPackage("io.quanyu.serve.command..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.sql.PreparedStatement.class);

    @ArchTest
    static final ArchRule noRoomOfTheQuestionsGoesInCircles =
            slices().matching("io.quanyu.serve.ask.(*)..").should().beFreeOfCycles();
}
