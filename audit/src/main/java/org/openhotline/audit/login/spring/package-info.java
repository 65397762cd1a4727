// SPDX-License-Identifier: Apache-2.0
/** Wires it and asks again and again. */
@NullMarked
package org.openhotline.audit.login.spring;

import org.jspecify.annotations.NullMarked;
