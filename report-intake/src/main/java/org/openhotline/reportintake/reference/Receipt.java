// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.reference;

/** The pair that a reporter takes away. */
public record Receipt(Reference reference, Secret secret) {}
