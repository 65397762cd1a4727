// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Pattern;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.contracts.staff.Actor;

/**
 * A takedown officer gives an e-mail address to write to, where tracing found none or the last one did not work. That
 * tells somebody of the officer's choice the address, so it is stored as an access, once it is clear that it may be done.
 */
public final class EnterContact {
    /** One plain mailbox of RFC 5321, without quoting, comments or a display name; at most 254 characters. */
    private static final Pattern MAILBOX = Pattern.compile(
            "(?=.{3,254}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@([A-Za-z0-9-]{1,63}\\.)+[A-Za-z0-9-]{2,63}");

    private static final String PURPOSE = "notice-to-entered-contact";

    private final Removals removals;
    private final AddressTold told;
    private final Sealing sealing;
    private final Ids ids;
    private final InstantSource clock;

    public EnterContact(Removals removals, AddressTold told, Sealing sealing, Ids ids, InstantSource clock) {
        this.removals = removals;
        this.told = told;
        this.sealing = sealing;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws InvalidInput where {@code mailbox} is not one plain e-mail address */
    public Removal enter(UUID itemId, String mailbox, Actor actor) {
        String address = checked(mailbox);
        Sealed sealed = sealing.seal(Removal.contactField(itemId), address);
        UUID noticeId = ids.next();
        // Refused here, it has not been told to anybody.
        removals.get(itemId).enterContact(actor, sealed, noticeId, clock.instant());
        told.record(itemId, actor, PURPOSE);
        return removals.change(
                itemId,
                present -> present.orElseThrow(Removals::none).enterContact(actor, sealed, noticeId, clock.instant()));
    }

    /** @throws InvalidInput where {@code mailbox} is not one plain e-mail address */
    private static String checked(String mailbox) {
        String address = mailbox.strip();
        if (!MAILBOX.matcher(address).matches()) {
            throw new InvalidInput(
                    "contact", "This is not an e-mail address.", "one address such as abuse@example.org");
        }
        return address;
    }
}
