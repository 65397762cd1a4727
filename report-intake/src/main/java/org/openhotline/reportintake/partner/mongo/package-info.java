/** Partners' references as documents. */
@NullMarked
package org.openhotline.reportintake.partner.mongo;

import org.jspecify.annotations.NullMarked;
