// SPDX-License-Identifier: Apache-2.0
/** Says in plain words why the service does not start with a profile. */
@NullMarked
package org.openhotline.assessment.classification.spring;

import org.jspecify.annotations.NullMarked;
