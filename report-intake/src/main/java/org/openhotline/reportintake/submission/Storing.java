// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.List;
import org.openhotline.reportintake.submission.StoreSubmissions.ToStore;

/** Has {@link StoreSubmissions} store reports, and their items told. Whatever is thrown, sending them again is safe. */
public interface Storing {

    /** Returns once it is stored; its items are told soon after, so that no reporter waits for it. */
    Outcome store(ToStore report);

    /** Returns once the items are told too, so that who brings many cannot run ahead. */
    List<Outcome> storeAll(List<ToStore> reports);
}
