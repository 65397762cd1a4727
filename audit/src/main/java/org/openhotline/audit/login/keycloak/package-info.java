// SPDX-License-Identifier: Apache-2.0
/** What a Keycloak realm keeps of log-ins and of administration. */
@NullMarked
package org.openhotline.audit.login.keycloak;

import org.jspecify.annotations.NullMarked;
