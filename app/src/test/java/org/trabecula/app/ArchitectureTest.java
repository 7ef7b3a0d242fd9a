package org.trabecula.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;

/** The house of docs/architecture.md: arrows only downwards. */
@AnalyzeClasses(packages = "org.trabecula", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS_POINT_DOWNWARDS_ONLY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("densitometry")
          .definedBy("org.trabecula.densitometry..")
          .layer("dicom")
          .definedBy("org.trabecula.dicom..")
          .layer("radiography")
          .definedBy("org.trabecula.radiography..")
          .layer("cohort")
          .definedBy("org.trabecula.cohort..")
          .layer("simulation")
          .definedBy("org.trabecula.simulation..")
          .layer("screening")
          .definedBy("org.trabecula.screening..")
          .layer("validation")
          .definedBy("org.trabecula.validation..")
          .layer("learning")
          .definedBy("org.trabecula.learning..")
          .layer("report")
          .definedBy("org.trabecula.report..")
          .layer("app")
          .definedBy("org.trabecula.app..")
          .whereLayer("densitometry")
          .mayNotAccessAnyLayer()
          .whereLayer("dicom")
          .mayNotAccessAnyLayer()
          .whereLayer("radiography")
          .mayOnlyAccessLayers("densitometry", "dicom")
          .whereLayer("cohort")
          .mayOnlyAccessLayers("radiography", "dicom", "densitometry")
          .whereLayer("simulation")
          .mayOnlyAccessLayers("cohort", "radiography", "dicom", "densitometry")
          .whereLayer("screening")
          .mayOnlyAccessLayers("radiography", "densitometry")
          .whereLayer("validation")
          .mayOnlyAccessLayers("densitometry")
          .whereLayer("learning")
          .mayOnlyAccessLayers(
              "cohort", "screening", "simulation", "validation", "radiography", "densitometry")
          .whereLayer("report")
          .mayOnlyAccessLayers("screening", "dicom", "radiography", "densitometry")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("org.trabecula.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule LIBTORCH_IS_KNOWN_TO_LEARNING_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.trabecula.learning..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule ONNX_RUNTIME_IS_KNOWN_TO_INFERENCE_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.trabecula.screening.inference..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule THE_PDF_WRITER_IS_KNOWN_TO_THE_STUDY_PAGE_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.trabecula.validation.page..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..", "de.rototor..");

  @ArchTest
  static final ArchRule DICOM_IS_KNOWN_TO_READERS_AND_WRITERS_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.trabecula.dicom..",
              "org.trabecula.radiography..",
              "org.trabecula.simulation",
              "org.trabecula.simulation.ct.files",
              "org.trabecula.cohort..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.trabecula.dicom..")
                  .and(not(resideInAPackage("org.trabecula.dicom.deidentify"))));

  /** Its own types go from files to files: no DICOM type comes with them. */
  @ArchTest
  static final ArchRule DEIDENTIFICATION_IS_KNOWN_TO_THE_COMMAND_LINE_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.trabecula.app..", "org.trabecula.dicom.deidentify")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.trabecula.dicom.deidentify");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.trabecula.app..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule NOBODY_PRINTS_STACK_TRACES =
      noClasses()
          .should()
          .callMethod(Throwable.class, "printStackTrace")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace", PrintStream.class);

  @ArchTest
  static final ArchRule THE_CORE_STANDS_ON_THE_JDK_ALONE =
      noClasses()
          .that()
          .resideInAnyPackage("org.trabecula.densitometry..", "org.trabecula.dicom..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.fasterxml..", "org.slf4j..", "org.apache..", "picocli..", "com.google..");

  @ArchTest
  static final ArchRule THE_REPORT_NEEDS_NO_FONTS =
      noClasses()
          .that()
          .resideInAPackage("org.trabecula.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.awt..");
}
