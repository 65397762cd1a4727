// SPDX-License-Identifier: Apache-2.0
/** The index of the log in a file of H2's MVStore, a B-tree. */
@NullMarked
package org.openhotline.audit.log.mvstore;

import org.jspecify.annotations.NullMarked;
