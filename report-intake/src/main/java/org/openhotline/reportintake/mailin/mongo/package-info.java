/** Mails that were dealt with, as documents. */
@NullMarked
package org.openhotline.reportintake.mailin.mongo;

import org.jspecify.annotations.NullMarked;
