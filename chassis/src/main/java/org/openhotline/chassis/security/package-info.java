// SPDX-License-Identifier: Apache-2.0
/**
 * Who may come in where. A service declares one {@link org.openhotline.chassis.security.AccessRules} bean; everything
 * that it does not list is refused, paths that no controller knows too.
 *
 * <ul>
 *   <li><b>open</b> paths need no log-in and have no session, no cookie and no CSRF token;
 *   <li><b>api</b> paths want a bearer token of our issuer, for the audience {@code openhotline}, signed with RS256;
 *   <li><b>pages</b> send a browser to the identity provider (authorization code + PKCE). A service without pages has no
 *       log-in machinery at all.
 * </ul>
 *
 * <p>Roles are {@code realm_access.roles} of the token, turned into authorities such as {@code ROLE_analyst}. The
 * identity provider is asked for nothing when a service starts: its addresses are derived from the issuer, so that open
 * paths work while it is down. A controller takes an {@link org.openhotline.contracts.staff.Actor} as an argument.
 * Health and metrics answer on the management port only.
 *
 * <p>Properties: {@code openhotline.issuer}, {@code openhotline.client-secret} (a public client where unset),
 * {@code openhotline.staff-origin}.
 */
@NullMarked
package org.openhotline.chassis.security;

import org.jspecify.annotations.NullMarked;
