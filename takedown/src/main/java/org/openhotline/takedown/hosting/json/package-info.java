// SPDX-License-Identifier: Apache-2.0
/** Host details as JSON, the form in which they are sealed. */
@NullMarked
package org.openhotline.takedown.hosting.json;

import org.jspecify.annotations.NullMarked;
