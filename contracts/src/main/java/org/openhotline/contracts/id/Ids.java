// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.id;

import java.util.UUID;

/** Where new ids come from. */
@FunctionalInterface
public interface Ids {
    UUID next();
}
