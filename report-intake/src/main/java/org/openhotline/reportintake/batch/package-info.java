/**
 * Many reports at once, from partners, police, helplines, crawlers and our own staff: read row by row as they arrive,
 * each row a report of its own, none in the way of another.
 */
@NullMarked
package org.openhotline.reportintake.batch;

import org.jspecify.annotations.NullMarked;
