// SPDX-License-Identifier: Apache-2.0
/**
 * Aggregates in MongoDB with their outbox inside the document, and the relay that publishes it.
 *
 * <p>One document per aggregate: {@code {_id, version, sequence, state, applied: {source: sequence}, outbox: [...],
 * relayShard}}. A command is one {@code updateOne} that sets the new state, appends the events and, for a received
 * event, records its sequence; it needs no transaction and works on any MongoDB. A command for many is one bulk write, and whoever
 * met a rival in it is changed alone. {@code relayShard} is there only while
 * the outbox is not empty, so that a sparse index finds the leftovers.
 *
 * <p>The {@link org.openhotline.chassis.outbox.OutboxRelay} wakes in-process after each write; it sweeps for
 * leftovers at the start, after a failure, after taking over a shard and, while other instances live, every second.
 * It publishes a batch of documents at once, each one's events in order, waits for the broker's acknowledgements, copies
 * them to {@code published} with one write, then clears the documents with one for each collection. A crash in between publishes again: consumers are idempotent.
 * Instances share the work by leases on shards with fencing epochs. When the broker's cluster id changes, all of
 * {@code published} goes out again, so that a destroyed broker loses nothing.
 */
@NullMarked
package org.openhotline.chassis.outbox;

import org.jspecify.annotations.NullMarked;
