// SPDX-License-Identifier: Apache-2.0
/** The parts that a trial, a developer and the tests run on: one machine, nothing but a JDK. */
@NullMarked
package org.openhotline.stack;

import org.jspecify.annotations.NullMarked;
