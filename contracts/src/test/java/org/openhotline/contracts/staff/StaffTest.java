// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaffTest {

    @Test
    void an_account_can_have_each_role_but_the_two_that_are_nobodys_account() {
        Set<Role> ofAccounts = EnumSet.complementOf(EnumSet.of(Role.SYSTEM, Role.HOST));
        assertThat(ofAccounts)
                .allSatisfy(role -> assertThat(Role.ofAccount(role.wireName())).contains(role));
        assertThat(Role.ofAccount("system")).isEmpty();
        assertThat(Role.ofAccount("host")).isEmpty();
    }

    @Test
    void a_role_is_known_by_its_written_name_only() {
        assertThat(Role.SENIOR_ANALYST.wireName()).isEqualTo("senior-analyst");
        assertThat(Role.ofAccount("SENIOR_ANALYST")).isEmpty();
        assertThat(Role.ofAccount("offline_access")).isEmpty();
        assertThat(Role.ofAccount("")).isEmpty();
    }

    @Test
    void somebody_is_one_of_the_wanted_roles_if_any_of_theirs_is_wanted() {
        Actor actor = new Actor("7", Set.of(Role.ANALYST, Role.AUDITOR));
        assertThat(actor.isOneOf(Role.SENIOR_ANALYST, Role.AUDITOR)).isTrue();
        assertThat(actor.isOneOf(Role.SENIOR_ANALYST)).isFalse();
        assertThat(actor.isOneOf()).isFalse();
    }

    @Test
    void the_software_and_a_host_have_no_role_of_staff() {
        Role[] staff = EnumSet.complementOf(EnumSet.of(Role.SYSTEM, Role.HOST)).toArray(Role[]::new);
        assertThat(Actor.SYSTEM.isOneOf(staff)).isFalse();
        assertThat(Actor.HOST.isOneOf(staff)).isFalse();
    }

    @Test
    void the_roles_of_an_actor_cannot_be_changed_afterwards() {
        Set<Role> given = EnumSet.of(Role.ANALYST);
        Actor actor = new Actor("7", given);
        given.add(Role.ADMINISTRATOR);
        assertThat(actor.roles()).containsExactly(Role.ANALYST);
        assertThatThrownBy(() -> actor.roles().add(Role.ADMINISTRATOR))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
