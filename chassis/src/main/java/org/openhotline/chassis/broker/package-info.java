// SPDX-License-Identifier: Apache-2.0
/**
 * The broker seen from a service: its topics, made by us with fixed partition counts and never by accident, and what
 * Spring Cloud Stream's Kafka binder needs to know.
 */
@NullMarked
package org.openhotline.chassis.broker;

import org.jspecify.annotations.NullMarked;
