/** Looks into the mailbox from time to time, where one is configured. */
@NullMarked
package org.openhotline.reportintake.mailin.spring;

import org.jspecify.annotations.NullMarked;
