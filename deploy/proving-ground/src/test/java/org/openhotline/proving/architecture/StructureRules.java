// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.crypto.tink.KeysetHandle;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.openhotline.chassis.sealing.TinkSealing;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.reportintake.contact.OpenContact;

/** The rules; each is checked against the product and against a planted violation. */
final class StructureRules {
    static final String ROOT = "org.openhotline.";
    static final List<String> SERVICES = List.of("reportintake", "assessment", "takedown", "audit", "needs");

    /** A package with one of these names may use that technology; any other package of a service is plain Java. */
    private static final Set<String> TECHNOLOGIES = Set.of(
            "web",
            "mongo",
            "mvstore",
            "cloudevents",
            "kafka",
            "mail",
            "xarf",
            "json",
            "csv",
            "spring",
            "tink",
            "yaml",
            "keycloak",
            "http",
            "bouncycastle");

    /** The verifier can be a witness, which answers over HTTP. */
    private static final String JDK_HTTP_SERVER = "com.sun.net.httpserver..";

    /** Calls witnesses and other places outside, which are no services of ours. */
    private static final String OUTSIDE = ROOT + "audit.http..";

    /** A program of its own, which lies in audit's module. */
    private static final String VERIFIER = ROOT + "audit.verify..";

    private static final String[] EVERY_SERVICE =
            SERVICES.stream().map(s -> ROOT + s + "..").toArray(String[]::new);

    private StructureRules() {}

    static ArchRule businessPackagesArePlainJava() {
        return classes()
                .that(areBusiness())
                .should()
                .onlyDependOnClassesThat(plainJava())
                .as("a package of a service whose name is no technology is plain Java");
    }

    static ArchRule noServiceKnowsAnother(String service) {
        String[] others = SERVICES.stream()
                .filter(s -> !s.equals(service))
                .map(s -> ROOT + s + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .as(service + " depends on no other service's module");
    }

    static ArchRule onlyTheContactPackageOpensContacts() {
        return noClasses()
                .that(resideInAPackage("org.openhotline..")
                        .and(not(resideInAnyPackage(
                                ROOT + "reportintake.contact..", ROOT + "contracts..", ROOT + "chassis.sealing.."))))
                .should()
                .callMethod(SealedField.class, "contact", UUID.class)
                .orShould()
                .callConstructor(TinkSealing.class, KeysetHandle.class)
                .as("only report-intake's contact package can open a reporter's contact");
    }

    static ArchRule onlyADisclosureShowsAContact() {
        return noClasses()
                .that(resideInAPackage("org.openhotline..")
                        .and(not(resideInAnyPackage(
                                ROOT + "reportintake.contact..", ROOT + "reportintake.disclosure.."))))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(OpenContact.class)
                .as("only an approved disclosure shows a contact");
    }

    static ArchRule timeIsInjected() {
        return noClasses()
                .that(resideInAnyPackage(EVERY_SERVICE)
                        .and(not(isTheVerifiersMain()))
                        .or(resideInAnyPackage(ROOT + "contracts..", ROOT + "locating.."))
                        .or(resideInAPackage(ROOT + "chassis..").and(not(describedAsConfiguration()))))
                .should()
                .callMethodWhere(readsTheSystemClock())
                .as("time comes from an injected clock");
    }

    static ArchRule contractsArePlainRecords() {
        return classes()
                .that()
                .resideInAPackage(ROOT + "contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", ROOT + "contracts..")
                .as("contracts know no framework");
    }

    static ArchRule theChassisCarriesAndKnowsNoService() {
        return noClasses()
                .that()
                .resideInAnyPackage(ROOT + "chassis..", ROOT + "locating..", ROOT + "contracts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EVERY_SERVICE)
                .as("chassis, locating and contracts know no service");
    }

    static ArchRule locatingIsAPlainLibrary() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "locating..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.apache.kafka..", ROOT + "chassis..")
                .as("locating is a plain library");
    }

    static ArchRule theStoreIsTouchedInMongoPackagesOnly() {
        return noClasses()
                .that(resideInAnyPackage(EVERY_SERVICE).and(not(resideInAPackage("..mongo.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework.data.mongodb..")
                .as("the store is touched in mongo packages only");
    }

    /** The identity provider is no service of ours. */
    static ArchRule noServiceCallsAnotherOverHttp() {
        return noClasses()
                .that(resideInAnyPackage(EVERY_SERVICE)
                        .and(not(resideInAnyPackage(VERIFIER, OUTSIDE, ROOT + "audit.login.keycloak"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "org.springframework.web.client..",
                        "org.springframework.web.reactive..",
                        "org.springframework.web.service..")
                .as("services talk through topics, never over HTTP");
    }

    static ArchRule theIndependentVerifierUsesTheJdkAlone() {
        return classes()
                .that()
                .resideInAPackage(VERIFIER)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.crypto..", JDK_HTTP_SERVER, "org.jspecify..", VERIFIER)
                .as("the verifier shares no code with the log that it checks");
    }

    static ArchRule businessWordsFormNoCycle(String service) {
        return slices().assignedFrom(businessWordsOf(service)).should().beFreeOfCycles();
    }

    /** Adapters are left out: a page may show what two words have to say, the words themselves may not go in circles. */
    private static SliceAssignment businessWordsOf(String service) {
        String prefix = ROOT + service + ".";
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return isBusiness(type) && type.getPackageName().startsWith(prefix)
                        ? SliceIdentifier.of(
                                type.getPackageName().substring(prefix.length()).split("\\.")[0])
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "business words of " + service;
            }
        };
    }

    private static DescribedPredicate<JavaClass> areBusiness() {
        return DescribedPredicate.describe("are in a business package", StructureRules::isBusiness);
    }

    private static boolean isBusiness(JavaClass type) {
        String name = type.getPackageName();
        return SERVICES.stream().anyMatch(s -> name.startsWith(ROOT + s + "."))
                && Stream.of(name.split("\\.")).noneMatch(TECHNOLOGIES::contains);
    }

    private static DescribedPredicate<JavaClass> plainJava() {
        return DescribedPredicate.describe(
                "are plain Java",
                type -> resideInAnyPackage(
                                        "java..",
                                        "javax.crypto..",
                                        JDK_HTTP_SERVER,
                                        "org.jspecify..",
                                        ROOT + "contracts..",
                                        ROOT + "locating..")
                                .test(type)
                        || isBusiness(type)
                        || type.isPrimitive()
                        || type.isArray());
    }

    private static DescribedPredicate<JavaClass> describedAsConfiguration() {
        return DescribedPredicate.describe(
                "make the clock", type -> type.getSimpleName().equals("ChassisConfiguration"));
    }

    private static DescribedPredicate<JavaClass> isTheVerifiersMain() {
        return DescribedPredicate.describe(
                "is the verifier's main", type -> type.getSimpleName().equals("AuditVerifier"));
    }

    private static DescribedPredicate<JavaMethodCall> readsTheSystemClock() {
        Set<Class<?>> now =
                Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class, OffsetDateTime.class);
        return DescribedPredicate.describe("reads the system's clock", call -> {
            String method = call.getTarget().getName();
            JavaClass owner = call.getTargetOwner();
            boolean bare = call.getTarget().getRawParameterTypes().isEmpty();
            return method.equals("now") && bare && now.stream().anyMatch(owner::isEquivalentTo)
                    || method.equals("currentTimeMillis") && owner.isEquivalentTo(System.class)
                    || method.startsWith("system") && owner.isEquivalentTo(Clock.class)
                    || method.startsWith("tick") && owner.isEquivalentTo(Clock.class)
                    || method.equals("system") && owner.isEquivalentTo(InstantSource.class);
        });
    }
}
