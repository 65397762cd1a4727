/** Lists as calls and as pages. */
@NullMarked
package org.openhotline.reportintake.batch.web;

import org.jspecify.annotations.NullMarked;
