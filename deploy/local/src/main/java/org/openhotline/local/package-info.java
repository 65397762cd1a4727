// SPDX-License-Identifier: Apache-2.0
/**
 * The whole product on one machine. {@link org.openhotline.local.Up} checks and waits, {@link
 * org.openhotline.local.Launcher} stays: it holds the broker, the store, the mailbox, the demo network and the two
 * origins, and has Keycloak and the services as child processes. {@link org.openhotline.local.Down} and {@link
 * org.openhotline.local.Status} find it by what it writes into the data folder.
 */
@NullMarked
package org.openhotline.local;

import org.jspecify.annotations.NullMarked;
