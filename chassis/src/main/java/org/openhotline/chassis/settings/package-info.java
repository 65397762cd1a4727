// SPDX-License-Identifier: Apache-2.0
/** What a service is set to: a start with something else than the last time is told, without any of its content. */
@NullMarked
package org.openhotline.chassis.settings;

import org.jspecify.annotations.NullMarked;
