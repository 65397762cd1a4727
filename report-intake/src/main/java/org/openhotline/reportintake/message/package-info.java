// SPDX-License-Identifier: Apache-2.0
/**
 * What the hotline and a reporter who stays anonymous write to each other. The reporter comes with reference and secret;
 * the words are sealed with a key of the submission and never leave this service.
 */
@NullMarked
package org.openhotline.reportintake.message;

import org.jspecify.annotations.NullMarked;
