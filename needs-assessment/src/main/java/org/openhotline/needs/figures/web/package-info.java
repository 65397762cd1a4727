// SPDX-License-Identifier: Apache-2.0
/** The figures as a page for people and as JSON for programs. */
@NullMarked
package org.openhotline.needs.figures.web;

import org.jspecify.annotations.NullMarked;
