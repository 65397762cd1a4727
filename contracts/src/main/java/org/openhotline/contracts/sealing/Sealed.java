// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.sealing;

/** A text under authenticated encryption; base64url of the ciphertext, which names its key. */
public record Sealed(String text) {}
