// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much of the memory all request bodies together may take. Large and small bodies have a share each, so that a few
 * large ones never keep a short form out.
 */
final class BodyBudget {
    /** Up to this, in bytes, a body counts as small. */
    static final int SMALL = 64 * 1024;

    private static final int KILOBYTE = 1024;
    /** Of the heap; a body is in memory up to four times while it is read as a form. */
    private static final int SHARE = 32;

    private static final long PATIENCE_MS = 500;

    private final Semaphore small;
    private final Semaphore large;

    /** @param most of one body, in bytes */
    BodyBudget(long heap, long most) {
        int share = kilobytes(heap / SHARE);
        this.small = new Semaphore(Math.max(share, kilobytes(SMALL)), true);
        this.large = new Semaphore(Math.max(share, kilobytes(most)), true);
    }

    /** A place for one body, to be given back. */
    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** No place was free for a while. */
    static final class Full extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** @param length of the body in bytes, the most it can have where it is not known */
    Place take(long length) throws Full, InterruptedException {
        Semaphore share = length > SMALL ? large : small;
        int kilobytes = kilobytes(length);
        if (!share.tryAcquire(kilobytes, PATIENCE_MS, TimeUnit.MILLISECONDS)) {
            throw new Full();
        }
        return () -> share.release(kilobytes);
    }

    private static int kilobytes(long bytes) {
        return Math.toIntExact(Math.max(1, (bytes + KILOBYTE - 1) / KILOBYTE));
    }
}
