package io.github.heddle.kernel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The rules that keep the kernel's packages apart.
class ArchitectureTest {
  private static final String ROOT = "io.github.heddle.kernel";

  private static final JavaClasses KERNEL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(KERNEL);
  }

  @Test
  void everyLibraryHasOneOwner() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".transport..")
        .and()
        // stands in for the socket that the library's comms ask for
        .doNotHaveSimpleName("CommSocket")
        .and()
        // tells a user at start-up that an address cannot be bound
        .doNotHaveSimpleName("Main")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.zeromq.."))
        .check(KERNEL);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".evaluation..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("jdk.jshell.."))
        .check(KERNEL);
  }

  @Test
  void staticFieldsNeverChange() {
    fields().that().areStatic().should().beFinal().check(KERNEL);
  }
}
