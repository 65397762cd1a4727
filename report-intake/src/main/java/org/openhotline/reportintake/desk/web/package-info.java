/** What staff do here: enter reports of people who rang or wrote, and see lists come in. */
@NullMarked
package org.openhotline.reportintake.desk.web;

import org.jspecify.annotations.NullMarked;
