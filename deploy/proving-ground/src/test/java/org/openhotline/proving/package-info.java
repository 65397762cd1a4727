// SPDX-License-Identifier: Apache-2.0
/** The whole product under test: its rules of structure, its story, its faults. */
@NullMarked
package org.openhotline.proving;

import org.jspecify.annotations.NullMarked;
