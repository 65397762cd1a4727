// SPDX-License-Identifier: Apache-2.0
/** A real Keycloak, from its distribution on Maven Central, as a child process on the loopback address. */
@NullMarked
package org.openhotline.stack.identity;

import org.jspecify.annotations.NullMarked;
