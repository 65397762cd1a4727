/** Fetches mails (IMAP), proves their sender (DKIM) and reads their text (MIME), in one pass and within bounds. */
@NullMarked
package org.openhotline.reportintake.mailin.mail;

import org.jspecify.annotations.NullMarked;
