// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import java.util.Set;
import org.openhotline.contracts.report.Source;
import org.openhotline.reportintake.submission.IdempotencyKey;

/**
 * What somebody wants to send.
 *
 * @param account who, at the identity provider
 * @param source who the reports come from where a row does not say
 * @param sources what a row may say
 * @param key of this list, this account's own
 */
public record ImportOrder(String account, Source source, Set<Source> sources, Format format, IdempotencyKey key) {
    public ImportOrder {
        sources = Set.copyOf(sources);
    }
}
