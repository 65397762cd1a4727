// SPDX-License-Identifier: Apache-2.0
/**
 * Events on the wire: CloudEvents 1.0 in binary mode over Kafka. Each attribute is a record header {@code ce_*} in
 * UTF-8, the value is the event as JSON, the key is the emitting aggregate's id. Own mapping, since the CloudEvents
 * SDK still asks for Jackson 2 and Spring Cloud Stream maps headers in its own form.
 */
@NullMarked
package org.openhotline.chassis.cloudevents;

import org.jspecify.annotations.NullMarked;
