// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.takedown.removal.AddressTold;

/** Keeps who was told which address, or stores nothing because the store is away. */
public final class Told implements AddressTold {
    /** One telling. */
    public record Telling(UUID itemId, String actor, String purpose) {}

    private final List<Telling> all = new ArrayList<>();
    private boolean down;

    public void goesDown() {
        down = true;
    }

    public List<Telling> all() {
        return List.copyOf(all);
    }

    @Override
    public void record(UUID itemId, Actor actor, String purpose) {
        if (down) {
            throw new IllegalStateException("the store is away");
        }
        all.add(new Telling(itemId, actor.id(), purpose));
    }
}
