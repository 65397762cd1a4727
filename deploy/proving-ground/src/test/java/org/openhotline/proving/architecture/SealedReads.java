// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who may get at what is sealed, in clear. Each stores that somebody looks before it shows anything, or shows it to nobody.
 * The table in docs/data-protection.md says the same in words.
 */
final class SealedReads {
    /** What gives out clear text. */
    private static final Map<String, Set<String>> CLEAR = Map.of(
            "org.openhotline.contracts.sealing.Opening", Set.of("open"),
            "org.openhotline.chassis.sealing.TinkSealing", Set.of("open"),
            "org.openhotline.reportintake.contact.SubmissionKeys", Set.of("open"),
            "org.openhotline.reportintake.contact.OpenContact", Set.of("open"),
            "org.openhotline.reportintake.contact.SealMessages", Set.of("open"),
            "org.openhotline.reportintake.message.Exchange", Set.of("ofReporter"),
            "org.openhotline.reportintake.batch.Results", Set.of("of"),
            "org.openhotline.reportintake.batch.web.ResultLines", Set.of("writeCsv", "writeNdjson"),
            "org.openhotline.takedown.hosting.LocateAgain", Set.of("locate", "asAssessed", "details"),
            "org.openhotline.takedown.notice.WriteNotice", Set.of("write", "preview"));

    /** Who stores an access first. */
    static final Set<String> RECORDING = Set.of(
            "org.openhotline.chassis.access.AddressReveal",
            "org.openhotline.assessment.reveal.RevealItem",
            "org.openhotline.reportintake.disclosure.DiscloseContact",
            "org.openhotline.reportintake.message.Exchange",
            "org.openhotline.reportintake.batch.web.ImportApi",
            "org.openhotline.reportintake.batch.web.ImportPages",
            "org.openhotline.takedown.desk.web.ItemPage",
            "org.openhotline.takedown.notice.SendNotice",
            "org.openhotline.takedown.referral.web.PolicePage");

    /** Who shows it to nobody, or hands it on to one of those above; why is in the document. */
    static final Set<String> EXCEPTIONS = Set.of(
            "org.openhotline.assessment.item.mongo.MongoRelatives",
            "org.openhotline.assessment.tracing.TraceItem",
            "org.openhotline.reportintake.batch.mongo.MongoResults",
            "org.openhotline.reportintake.batch.web.ResultLines",
            "org.openhotline.reportintake.contact.OpenContact",
            "org.openhotline.reportintake.contact.SealMessages",
            "org.openhotline.reportintake.contact.SubmissionKeys",
            "org.openhotline.reportintake.status.web.StatusController",
            "org.openhotline.reportintake.submission.FormTokens",
            "org.openhotline.reportintake.submission.RestoreKnownAddresses",
            "org.openhotline.takedown.hosting.LocateAgain",
            "org.openhotline.takedown.notice.WriteNotice");

    private SealedReads() {}

    static ArchRule onlyTheListedReadWhatIsSealed() {
        return classes()
                .that(DescribedPredicate.describe(
                        "are not listed",
                        type -> !RECORDING.contains(outermost(type)) && !EXCEPTIONS.contains(outermost(type))))
                .should(notReadWhatIsSealed())
                .as("whoever reads what is sealed is listed, with how the log hears of it");
    }

    /** The listed ones that really read, so that none stays listed for nothing. */
    static Stream<String> readers(Iterable<JavaClass> product) {
        Map<String, Boolean> readers = new TreeMap<>();
        product.forEach(type -> {
            if (reads(type).findAny().isPresent()) {
                readers.put(outermost(type), true);
            }
        });
        return readers.keySet().stream();
    }

    private static ArchCondition<JavaClass> notReadWhatIsSealed() {
        return new ArchCondition<>("not read what is sealed") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                reads(type).forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        };
    }

    private static Stream<JavaCodeUnitAccess<?>> reads(JavaClass type) {
        return Stream.<JavaCodeUnitAccess<?>>concat(
                        type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream())
                .filter(access -> isClear(access.getTarget()));
    }

    private static boolean isClear(CodeUnitAccessTarget target) {
        return CLEAR.getOrDefault(target.getOwner().getName(), Set.of()).contains(target.getName());
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }
}
