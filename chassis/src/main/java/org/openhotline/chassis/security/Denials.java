// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

/** Hears of everybody who was not let in. Never fails: a refusal stands whether or not it is heard of. */
@FunctionalInterface
public interface Denials {
    void denied(Denial denial);
}
