package io.keystonedb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rule of dependencies between packages that docs/architecture.md draws. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.keystonedb");

  @Test
  void dependenciesPointFromOperationsDownToValuesAndStorage() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("operation")
        .definedBy("io.keystonedb.internal.operation")
        .layer("validation")
        .definedBy("io.keystonedb.internal.validation")
        .layer("partiql")
        .definedBy("io.keystonedb.internal.partiql")
        .layer("codec")
        .definedBy("io.keystonedb.internal.codec")
        .layer("engine")
        .definedBy("io.keystonedb.internal.engine")
        .layer("legacy")
        .definedBy("io.keystonedb.internal.legacy")
        .layer("expression")
        .definedBy("io.keystonedb.internal.expression")
        .layer("model")
        .definedBy("io.keystonedb.internal.model")
        .layer("shape")
        .definedBy("io.keystonedb.internal.shape")
        .layer("value")
        .definedBy("io.keystonedb.internal.value")
        .layer("storage")
        .definedBy("io.keystonedb.storage")
        .whereLayer("operation")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("validation")
        .mayOnlyBeAccessedByLayers("operation")
        .whereLayer("partiql")
        .mayOnlyBeAccessedByLayers("operation")
        .whereLayer("codec")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers("operation", "codec")
        .whereLayer("legacy")
        .mayOnlyBeAccessedByLayers("operation")
        .whereLayer("expression")
        .mayOnlyBeAccessedByLayers("operation", "partiql", "engine", "legacy")
        .whereLayer("model")
        .mayOnlyBeAccessedByLayers("operation", "engine", "legacy", "codec")
        .whereLayer("shape")
        .mayOnlyBeAccessedByLayers("operation", "validation", "model", "expression", "legacy")
        .whereLayer("value")
        .mayOnlyBeAccessedByLayers(
            "operation", "engine", "expression", "legacy", "partiql", "shape", "codec")
        .whereLayer("storage")
        .mayOnlyBeAccessedByLayers("engine", "codec")
        .check(CLASSES);
  }

  @Test
  void theInsideUsesValuesAndErrorsOfTheNativeApiButNotItsDoors() {
    noClasses()
        .that()
        .resideInAPackage("io.keystonedb.internal..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.keystonedb.Database")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.keystonedb.Table")
        .check(CLASSES);
  }

  @Test
  void storesKnowNothingOfTheEngine() {
    noClasses()
        .that()
        .resideInAnyPackage("io.keystonedb.storage..", "io.keystonedb.internal.storage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.keystonedb",
            "io.keystonedb.internal.engine",
            "io.keystonedb.internal.operation",
            "io.keystonedb.internal.value")
        .check(CLASSES);
  }

  @Test
  void onlyOnePackageKnowsJackson() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.keystonedb.internal.json")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(CLASSES);
  }
}
