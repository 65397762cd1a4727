// SPDX-License-Identifier: Apache-2.0
/** A real Apache Kafka broker in this process, for one machine. Production runs a cluster of its own. */
@NullMarked
package org.openhotline.stack.broker;

import org.jspecify.annotations.NullMarked;
