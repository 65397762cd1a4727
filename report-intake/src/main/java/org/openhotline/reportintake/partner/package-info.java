/** Organisations that report by their own systems, each with its own references. */
@NullMarked
package org.openhotline.reportintake.partner;

import org.jspecify.annotations.NullMarked;
