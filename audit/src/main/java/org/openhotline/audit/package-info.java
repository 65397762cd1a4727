// SPDX-License-Identifier: Apache-2.0
/**
 * The audit service: every event of every topic, once, in a Merkle log that anybody with the verifier key can check.
 */
@NullMarked
package org.openhotline.audit;

import org.jspecify.annotations.NullMarked;
