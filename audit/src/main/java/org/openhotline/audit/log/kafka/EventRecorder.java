// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.log.KeepTheLog;
import org.openhotline.chassis.inbox.DeadLetters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.messaging.Message;

/** Takes in every event of every topic. The broker is told so once the whole poll is in the log. */
final class EventRecorder implements BatchMessageListener<byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);

    private final KeepTheLog keep;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    EventRecorder(KeepTheLog keep, DeadLetters deadLetters, MeterRegistry meters) {
        this.keep = keep;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Arrival> arrived = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Message<byte[]> message = Records.message(record);
            try {
                arrived.add(Records.arrival(message));
            } catch (RuntimeException e) {
                LOG.error(
                        "A message without a readable envelope goes to the dead letters: {}",
                        e.getClass().getSimpleName());
                deadLetters.send(record.topic(), message, e);
                count("unreadable", 1);
            }
        }
        try {
            tell(keep.take(arrived));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(KeepTheLog.Taken taken) {
        count("applied", taken.appended());
        count("parked", taken.parked());
        count("duplicate", taken.repeated());
        count("misplaced", taken.misplaced().size());
        if (taken.parked() > 0) {
            LOG.warn("{} events wait for an earlier one of their source", taken.parked());
        }
        taken.misplaced().forEach(this::refuse);
    }

    private void refuse(Arrival event) {
        LOG.error(
                "The event {} is new, but place {} of its {} has been passed; it goes to the dead letters",
                event.eventId(),
                event.sequence(),
                event.aggregate().wireName());
        deadLetters.send(
                event.aggregate().topic().wireName(),
                Records.message(event),
                new IllegalArgumentException("misplaced"));
    }

    private void count(String outcome, int events) {
        meters.counter("openhotline.inbox.events", "outcome", outcome).increment(events);
    }
}
