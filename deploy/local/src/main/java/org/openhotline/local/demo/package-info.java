// SPDX-License-Identifier: Apache-2.0
/**
 * A made-up day, played by made-up people: {@link org.openhotline.local.demo.DemoDay} is the public, {@link
 * org.openhotline.local.demo.DemoStaff} those who answer. They have no browser: they follow links and fill in forms over
 * HTTP, as the pages without JavaScript allow, so whatever they can do is what anybody can do.
 */
@NullMarked
package org.openhotline.local.demo;

import org.jspecify.annotations.NullMarked;
