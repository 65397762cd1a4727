// SPDX-License-Identifier: Apache-2.0
/**
 * A service whose store was lost is made again from the events that audit has kept.
 *
 * <p>A rebuild is a run of the service of its own (profile {@code rebuild}): nothing is scheduled, nothing is published, no
 * topic but the replay is read, and its pages lie on a port that nobody knows. So nothing can be mailed, looked up or
 * referred. It reads one topic that is made for it, with one partition, in which audit puts every event that the
 * service has heard or told, in order of time, each marked with {@code ce_replay}.
 *
 * <p>An event that the service hears goes to its subscribers as in life, at the time of the event. What they answer stays
 * in the outbox. An event that the service told is taken over into its aggregate and empties the outbox: that is what was
 * answered. What is left in an outbox at the end has never been told and goes out when the service starts again. An
 * erased event moves the sequence and nothing else. A service at work drops whatever is marked.
 */
@NullMarked
package org.openhotline.chassis.rebuild;

import org.jspecify.annotations.NullMarked;
