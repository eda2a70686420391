package io.quanyu.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which part may know which: the reason why a rule can be read without the engine, and an engine be changed without a rule. */
@AnalyzeClasses(packages = "io.quanyu", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule kafkaStandsInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("io.quanyu.jobs.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector..");

    @ArchTest
    static final ArchRule icebergStandsInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("io.quanyu.jobs.iceberg..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.iceberg..");

    @ArchTest
    static final ArchRule theDomainKnowsNoEngine = noClasses()
            .that()
            .resideInAPackage("io.quanyu.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache..",
                    "io.trino..",
                    "io.quanyu.events..",
                    "io.quanyu.contract..",
                    "io.quanyu.facts..",
                    "io.quanyu.jobs..");

    @ArchTest
    static final ArchRule theContractAndTheFactsKnowNoEngine = noClasses()
            .that()
            .resideInAnyPackage("io.quanyu.contract..", "io.quanyu.facts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink..",
                    "org.apache.kafka..",
                    "org.apache.iceberg..",
                    "io.quanyu.ingest..",
                    "io.quanyu.jobs..");

    @ArchTest
    static final ArchRule theContractKnowsNoRule = noClasses()
            .that()
            .resideInAPackage("io.quanyu.contract..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quanyu.domain..", "io.quanyu.facts..");

    @ArchTest
    static final ArchRule ingestionKnowsNoEngine = noClasses()
            .that()
            .resideInAPackage("io.quanyu.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "org.apache.iceberg..", "io.quanyu.jobs..");

    @ArchTest
    static final ArchRule nobodyKnowsASource = noClasses()
            .that()
            .resideOutsideOfPackage("io.quanyu.ingest.source..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.quanyu.ingest.source..");

    @ArchTest
    static final ArchRule noSourceKnowsAnother =
            slices().matching("io.quanyu.ingest.source.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule eventsStopAtTheDoorOfTheJobs = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.quanyu.jobs.identity..",
                    "io.quanyu.jobs.customer..",
                    "io.quanyu.jobs.channel..",
                    "io.quanyu.jobs.clock..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.avro..", "io.quanyu.events..", "io.quanyu.contract..", "io.quanyu.facts..");

    @ArchTest
    static final ArchRule noPackageOfTheJobsGoesInCircles =
            slices().matching("io.quanyu.jobs.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noPackageOfTheDomainGoesInCircles =
            slices().matching("io.quanyu.domain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule classesAreNamedAfterWhatTheyAre =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager)");
}
