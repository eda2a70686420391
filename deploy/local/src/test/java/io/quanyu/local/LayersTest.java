package io.quanyu.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What can be had without this platform, and which of its rooms may know which. */
@AnalyzeClasses(packages = "io.quanyu", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule storiesAndWorldsKnowNoPlatform = noClasses()
            .that()
            .resideInAnyPackage("io.quanyu.scenarios..", "io.quanyu.world..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quanyu.local..",
                    "io.quanyu.serve..",
                    "io.quanyu.jobs..",
                    "org.apache.kafka..",
                    "org.apache.flink..",
                    "picocli..");

    @ArchTest
    static final ArchRule roomsOfThePlatformKnowNoCommand = noClasses()
            .that()
            .resideInAnyPackage("io.quanyu.local.platform..", "io.quanyu.local.flink..", "io.quanyu.local.process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "io.quanyu.serve.command..");

    @ArchTest
    static final ArchRule noRoomOfThePlatformGoesInCircles =
            slices().matching("io.quanyu.local.(*)..").should().beFreeOfCycles();
}
