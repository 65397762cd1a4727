// SPDX-License-Identifier: Apache-2.0
/** How far it has been told. */
@NullMarked
package org.openhotline.audit.login.mongo;

import org.jspecify.annotations.NullMarked;
