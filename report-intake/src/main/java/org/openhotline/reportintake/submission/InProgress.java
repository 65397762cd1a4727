// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The calls that are being answered now, by their key, in memory only. Two calls at once under one key would be one report
 * anyway; the second is asked to wait, as the idempotency draft wants it.
 */
public final class InProgress {
    private final Set<IdempotencyKey> keys = ConcurrentHashMap.newKeySet();

    /** The answer; empty where the same key is being worked on. */
    public <T> Optional<T> unlessBusy(IdempotencyKey key, Supplier<T> answer) {
        if (!keys.add(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(answer.get());
        } finally {
            keys.remove(key);
        }
    }
}
