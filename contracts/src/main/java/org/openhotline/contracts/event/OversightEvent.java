// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

/** What is done with the hotline rather than with a case: who saw and took what, who came in, what was set (every service). */
public sealed interface OversightEvent extends Event permits AccessEvent, IdentityEvent, ConfigurationEvent {}
