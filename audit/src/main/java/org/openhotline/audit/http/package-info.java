// SPDX-License-Identifier: Apache-2.0
/** HTTP to other organisations: the only way out of a service that is no topic. */
@NullMarked
package org.openhotline.audit.http;

import org.jspecify.annotations.NullMarked;
