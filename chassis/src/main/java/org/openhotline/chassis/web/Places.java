// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.util.List;
import java.util.Set;
import org.openhotline.contracts.staff.Role;

/** The staff's services in the order of the work, and which roles find something to do there. */
record Places(List<Entry> entries) {
    /** @param service its name, which is its context path too */
    record Entry(String service, String name, Set<Role> roles) {}

    static final Places OF_THE_STAFF = new Places(List.of(
            new Entry("report-intake", "Reports", Set.of(Role.ANALYST, Role.SENIOR_ANALYST, Role.LIAISON_OFFICER)),
            new Entry("assessment", "Assessment", Set.of(Role.ANALYST, Role.SENIOR_ANALYST)),
            new Entry("takedown", "Takedown", Set.of(Role.TAKEDOWN_OFFICER, Role.LIAISON_OFFICER)),
            new Entry("audit", "Audit", Set.of(Role.AUDITOR)),
            new Entry("needs-assessment", "Needs assessment", Set.of(Role.ASSESSOR_NATIONAL, Role.ADMINISTRATOR))));

    List<Kit.Place> openTo(Set<Role> roles, String origin, String currentService) {
        return entries.stream()
                .filter(entry -> entry.roles().stream().anyMatch(roles::contains))
                .map(entry -> new Kit.Place(
                        entry.name(),
                        origin + "/" + entry.service() + "/",
                        entry.service().equals(currentService)))
                .toList();
    }
}
