// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

/** Has the items of stored submissions told. It does not fail, since the submissions are accepted already. */
public interface ItemsToTell {

    /** Soon, so that no reporter waits for it. */
    void later(Submission stored);
}
