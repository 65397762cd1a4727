// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.partner;

import org.openhotline.contracts.report.Source;
import org.openhotline.reportintake.submission.IdempotencyKey;

/**
 * An organisation's system with an account of its own.
 *
 * @param account at the identity provider
 * @param source what kind of organisation it is
 */
public record Partner(String account, Source source) {

    /** The key of this partner's own: two partners may choose the same. */
    public IdempotencyKey own(IdempotencyKey key) {
        return IdempotencyKey.following("partner", account, key.text());
    }
}
