// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

/**
 * One thing to put right in a form.
 *
 * @param field id of the input, so that the summary at the top can lead there
 */
public record FormError(String field, String message) {}
