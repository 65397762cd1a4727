// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import static org.openhotline.contracts.lifecycle.Lifecycle.row;
import static org.openhotline.contracts.lifecycle.Lifecycle.rowIf;
import static org.openhotline.contracts.staff.Role.HOST;
import static org.openhotline.contracts.staff.Role.LIAISON_OFFICER;
import static org.openhotline.contracts.staff.Role.SYSTEM;
import static org.openhotline.contracts.staff.Role.TAKEDOWN_OFFICER;
import static org.openhotline.takedown.removal.RemovalState.ANSWERED;
import static org.openhotline.takedown.removal.RemovalState.CHECKING;
import static org.openhotline.takedown.removal.RemovalState.NOTICE_DECIDED;
import static org.openhotline.takedown.removal.RemovalState.NOTIFIED;
import static org.openhotline.takedown.removal.RemovalState.NO_CONTACT;
import static org.openhotline.takedown.removal.RemovalState.ON_HOLD;
import static org.openhotline.takedown.removal.RemovalState.OPENED;
import static org.openhotline.takedown.removal.RemovalState.REMOVED;
import static org.openhotline.takedown.removal.RemovalState.UNDELIVERED;
import static org.openhotline.takedown.removal.RemovalState.WITH_POLICE;
import static org.openhotline.takedown.removal.RemovalStep.CONFIRM_REMOVED;
import static org.openhotline.takedown.removal.RemovalStep.DECIDE_NOTICE;
import static org.openhotline.takedown.removal.RemovalStep.ENTER_CONTACT;
import static org.openhotline.takedown.removal.RemovalStep.EXPIRE_HOLD;
import static org.openhotline.takedown.removal.RemovalStep.FIND_GONE;
import static org.openhotline.takedown.removal.RemovalStep.FIND_ONLINE;
import static org.openhotline.takedown.removal.RemovalStep.HOST_ANSWERED;
import static org.openhotline.takedown.removal.RemovalStep.LEAVE_WITH_POLICE;
import static org.openhotline.takedown.removal.RemovalStep.MISS_CONTACT;
import static org.openhotline.takedown.removal.RemovalStep.NOTICE_BOUNCED;
import static org.openhotline.takedown.removal.RemovalStep.NOTICE_SENT;
import static org.openhotline.takedown.removal.RemovalStep.PLACE_HOLD;
import static org.openhotline.takedown.removal.RemovalStep.RELEASE_HOLD;
import static org.openhotline.takedown.removal.RemovalStep.REQUEST_CHECK;

import org.openhotline.contracts.lifecycle.Lifecycle;

/** The one table of a removal; its picture is docs/lifecycles/removal.md. */
public final class RemovalLifecycle {
    private static final String CEILING = "not beyond the longest hold";

    public static final Lifecycle<RemovalState, RemovalStep> TABLE = Lifecycle.of(
            "removal",
            OPENED,
            rowIf("the country's police gate holds", OPENED, PLACE_HOLD, ON_HOLD, SYSTEM),
            rowIf("a contact is known", OPENED, DECIDE_NOTICE, NOTICE_DECIDED, SYSTEM),
            rowIf("no contact is known", OPENED, MISS_CONTACT, NO_CONTACT, SYSTEM),
            rowIf(CEILING, ON_HOLD, PLACE_HOLD, ON_HOLD, LIAISON_OFFICER),
            row(ON_HOLD, RELEASE_HOLD, OPENED, LIAISON_OFFICER),
            rowIf("the time is over and silence releases", ON_HOLD, EXPIRE_HOLD, OPENED, SYSTEM),
            rowIf(CEILING, NO_CONTACT, PLACE_HOLD, ON_HOLD, LIAISON_OFFICER),
            row(NO_CONTACT, ENTER_CONTACT, NOTICE_DECIDED, TAKEDOWN_OFFICER),
            row(NOTICE_DECIDED, NOTICE_SENT, NOTIFIED, SYSTEM),
            row(NOTICE_DECIDED, NOTICE_BOUNCED, UNDELIVERED, SYSTEM),
            row(UNDELIVERED, ENTER_CONTACT, NOTICE_DECIDED, TAKEDOWN_OFFICER),
            row(NOTIFIED, HOST_ANSWERED, ANSWERED, HOST),
            row(NOTIFIED, ENTER_CONTACT, NOTICE_DECIDED, TAKEDOWN_OFFICER),
            row(ANSWERED, ENTER_CONTACT, NOTICE_DECIDED, TAKEDOWN_OFFICER),
            row(ON_HOLD, CONFIRM_REMOVED, REMOVED, TAKEDOWN_OFFICER, HOST),
            row(NO_CONTACT, CONFIRM_REMOVED, REMOVED, TAKEDOWN_OFFICER, HOST),
            row(NOTICE_DECIDED, CONFIRM_REMOVED, REMOVED, TAKEDOWN_OFFICER, HOST),
            row(UNDELIVERED, CONFIRM_REMOVED, REMOVED, TAKEDOWN_OFFICER, HOST),
            row(NOTIFIED, CONFIRM_REMOVED, REMOVED, TAKEDOWN_OFFICER, HOST),
            row(ANSWERED, CONFIRM_REMOVED, REMOVED, TAKEDOWN_OFFICER, HOST),
            rowIf("reported again, or only the host has said it", REMOVED, REQUEST_CHECK, CHECKING, SYSTEM),
            row(CHECKING, FIND_GONE, REMOVED, TAKEDOWN_OFFICER),
            rowIf("begins a new episode", CHECKING, FIND_ONLINE, OPENED, TAKEDOWN_OFFICER),
            rowIf("not a page, referred as intelligence", OPENED, LEAVE_WITH_POLICE, WITH_POLICE, SYSTEM));

    private RemovalLifecycle() {}
}
