// SPDX-License-Identifier: Apache-2.0
/**
 * Events in, with an effect exactly once.
 *
 * <p>Every event carries its place among its aggregate's events. The inbox remembers the last place it has passed on per
 * source ({@code inbox-cursors}): what was seen is dropped, what follows a gap is parked ({@code inbox-parked}) until the
 * missing event arrives, what is ignored still moves the cursor. A {@link org.openhotline.chassis.inbox.Subscriber}
 * applies an event in the write that also records its sequence in the aggregate, so a crash between that write and the
 * cursor changes nothing. What cannot be applied after a few tries parks its source, goes to
 * {@code <topic>.<group>.dlq} and is counted; {@code /actuator/parked} lists it and lets an operator try again. A
 * store or broker that does not answer is no reason to park: the inbox waits.
 */
@NullMarked
package org.openhotline.chassis.inbox;

import org.jspecify.annotations.NullMarked;
