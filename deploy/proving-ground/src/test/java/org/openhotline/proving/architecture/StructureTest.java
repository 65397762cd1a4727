// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StructureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.openhotline");
    private static final JavaClasses PLANTED =
            new ClassFileImporter().withImportOption(StructureTest::isPlanted).importPackages("org.openhotline");

    /** Every rule with the planted class that it must catch. */
    static Stream<Arguments> rules() {
        return Stream.concat(
                Stream.of(
                        Arguments.of(StructureRules.businessPackagesArePlainJava(), "PlantedSpringInBusiness"),
                        Arguments.of(StructureRules.onlyTheContactPackageOpensContacts(), "PlantedContactOpener"),
                        Arguments.of(StructureRules.onlyADisclosureShowsAContact(), "PlantedContactReader"),
                        Arguments.of(SealedReads.onlyTheListedReadWhatIsSealed(), "PlantedReaderOfSealed.open"),
                        Arguments.of(SealedReads.onlyTheListedReadWhatIsSealed(), "PlantedReaderOfSealed$ByReference"),
                        Arguments.of(StructureRules.timeIsInjected(), "PlantedClockReader"),
                        Arguments.of(StructureRules.contractsArePlainRecords(), "PlantedSpringInContracts"),
                        Arguments.of(StructureRules.theChassisCarriesAndKnowsNoService(), "PlantedServiceInChassis"),
                        Arguments.of(StructureRules.locatingIsAPlainLibrary(), "PlantedSpringInLocating"),
                        Arguments.of(StructureRules.theStoreIsTouchedInMongoPackagesOnly(), "PlantedStoreUser"),
                        Arguments.of(StructureRules.noServiceCallsAnotherOverHttp(), "PlantedHttpCaller"),
                        Arguments.of(StructureRules.theIndependentVerifierUsesTheJdkAlone(), "PlantedSharedCode")),
                StructureRules.SERVICES.stream()
                        .flatMap(service -> Stream.of(
                                Arguments.of(
                                        StructureRules.noServiceKnowsAnother(service), plantedIn(service, "Neighbour")),
                                Arguments.of(
                                        StructureRules.businessWordsFormNoCycle(service),
                                        plantedIn(service, "Cycle")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_product_keeps_the_rule(ArchRule rule, String planted) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest(name = "{0} catches {1}")
    @MethodSource("rules")
    void the_rule_catches_its_planted_violation(ArchRule rule, String planted) {
        assertThat(rule.allowEmptyShould(true)
                        .evaluate(PLANTED)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(line -> line.contains(planted));
    }

    @Test
    void nobody_is_listed_as_a_reader_of_what_is_sealed_who_is_none() {
        assertThat(SealedReads.readers(PRODUCT))
                .containsExactlyInAnyOrderElementsOf(Stream.of(SealedReads.RECORDING, SealedReads.EXCEPTIONS)
                        .flatMap(Set::stream)
                        .toList());
    }

    @Test
    void every_reader_of_what_is_sealed_is_in_the_document_on_data_protection() throws IOException {
        String document = Files.readString(Path.of("../../docs/data-protection.md"));
        assertThat(Stream.of(SealedReads.RECORDING, SealedReads.EXCEPTIONS)
                        .flatMap(Set::stream)
                        .map(name -> name.substring(name.lastIndexOf('.') + 1)))
                .allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }

    private static String plantedIn(String service, String what) {
        return "Planted" + what + "Of" + service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
    }

    private static boolean isPlanted(Location location) {
        return location.contains("/Planted");
    }
}
