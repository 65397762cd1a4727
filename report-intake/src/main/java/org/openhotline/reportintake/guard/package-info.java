/**
 * Content never slips in with words: what looks like a file in a text is taken out before anything is stored, by every
 * way in.
 */
@NullMarked
package org.openhotline.reportintake.guard;

import org.jspecify.annotations.NullMarked;
