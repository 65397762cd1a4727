/** Which partner a token belongs to. */
@NullMarked
package org.openhotline.reportintake.partner.web;

import org.jspecify.annotations.NullMarked;
