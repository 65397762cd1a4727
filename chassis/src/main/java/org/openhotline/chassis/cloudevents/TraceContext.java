// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.cloudevents;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Optional;

/** W3C trace context (traceparent) across the outbox and the broker, so that one report is one trace. */
public final class TraceContext {
    private final Tracer tracer;
    private final Propagator propagator;

    public TraceContext(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The trace that the present step belongs to, if it is traced. */
    public Optional<String> current() {
        return Optional.ofNullable(tracer.currentSpan())
                .map(Span::context)
                .map(c -> "00-%s-%s-%s"
                        .formatted(c.traceId(), c.spanId(), Boolean.TRUE.equals(c.sampled()) ? "01" : "00"));
    }

    /** Runs {@code step} as a part of the trace that {@code envelope} carries. */
    public void in(Envelope envelope, Runnable step) {
        Span span = propagator
                .extract(
                        envelope,
                        (carrier, key) -> key.equals("traceparent")
                                ? carrier.traceparent().orElse(null)
                                : null)
                .name(envelope.type())
                .start();
        try (Tracer.SpanInScope ignored = tracer.withSpan(span)) {
            step.run();
        } finally {
            span.end();
        }
    }
}
