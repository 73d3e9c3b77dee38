package io.github.heddle;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.heddle.task.Elements;
import org.junit.jupiter.api.Test;

/// The rules that keep the packages what their descriptions say.
class ArchitectureTest {
  private static final String ROOT = "io.github.heddle";

  private static final String[] PURE = {
    ROOT + ".cell..",
    ROOT + ".option..",
    ROOT + ".plan..",
    ROOT + ".task..",
    ROOT + ".trace..",
    ROOT + ".report..",
    ROOT + ".export..",
    ROOT + ".picture.."
  };

  private static final String[] WITH_THREADS = {
    ROOT + ".model..",
    ROOT + ".worker..",
    ROOT + ".scope..",
    ROOT + ".sampling..",
    ROOT + ".watch.."
  };

  private static final JavaClasses MAGICS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final SliceAssignment PACKAGES =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
          return "packages";
        }
      };

  @Test
  void packagesHaveNoCycles() {
    slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(MAGICS);
  }

  /// `Elements` asks the thread that reads a stream whether it was stopped.
  @Test
  void threadsAreMadeAndHeldOnlyWherePackagesSaySo() {
    noClasses()
        .that()
        .resideOutsideOfPackages(WITH_THREADS)
        .and()
        .doNotHaveFullyQualifiedName(Elements.class.getName())
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Thread.class, ThreadGroup.class)
        .orShould()
        .dependOnClassesThat(
            resideInAnyPackage("java.util.concurrent", "java.util.concurrent.locks"))
        .check(MAGICS);
  }

  @Test
  void purePackagesTouchNeitherFilesNorNetworkNorClock() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels.."))
        .orShould()
        .dependOnClassesThat(areFilesOrProcesses())
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(MAGICS);
  }

  @Test
  void everyLibraryHasOneOwner() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".jupyter..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.dflib.jjava..", "com.google.gson.."))
        .check(MAGICS);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".option..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("picocli.."))
        .check(MAGICS);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".export..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("com.fasterxml.."))
        .check(MAGICS);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".sampling..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("oshi..", "com.sun.jna.."))
        .check(MAGICS);
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.zeromq..", "jdk.jshell.."))
        .check(MAGICS);
  }

  @Test
  void staticFieldsNeverChange() {
    fields().that().areStatic().should().beFinal().check(MAGICS);
  }

  /// What tasks print in worker processes is printed again where they belong.
  @Test
  void nothingIsWrittenToTheProcessStreams() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".model.RunOutput")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(MAGICS);
  }

  private static DescribedPredicate<JavaClass> areFilesOrProcesses() {
    return nameMatching("java\\.(io\\.(File|RandomAccessFile)|lang\\.Process).*").forSubtype();
  }
}
