// SPDX-License-Identifier: Apache-2.0
/** People without a browser: they follow links and fill in forms over HTTP, as the pages without JavaScript allow. */
@NullMarked
package org.openhotline.proving.person;

import org.jspecify.annotations.NullMarked;
