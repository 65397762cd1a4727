// SPDX-License-Identifier: Apache-2.0
/**
 * What the services share: facts that travel between them, the value types inside, and the ports that business code
 * is written against. Plain Java records; nothing here knows a framework, a broker or a database.
 */
@NullMarked
package org.openhotline.contracts;

import org.jspecify.annotations.NullMarked;
