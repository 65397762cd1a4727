/** Reports by mail, from senders whom the country lists: their text alone, and only where the sender is proven. */
@NullMarked
package org.openhotline.reportintake.mailin;

import org.jspecify.annotations.NullMarked;
