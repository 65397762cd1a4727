// SPDX-License-Identifier: Apache-2.0
/** What a report says beside the address, in coarse codes: never words, never who sent it. */
@NullMarked
package org.openhotline.contracts.report;

import org.jspecify.annotations.NullMarked;
