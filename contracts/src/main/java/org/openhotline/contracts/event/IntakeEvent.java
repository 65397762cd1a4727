// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

/** What happens to things that reports come in, and not to the reports themselves (report-intake). */
public sealed interface IntakeEvent extends Event permits ImportEvent, MailEvent {}
