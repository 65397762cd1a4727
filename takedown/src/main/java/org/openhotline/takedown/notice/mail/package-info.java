// SPDX-License-Identifier: Apache-2.0
/**
 * Notices as mail: {@code multipart/report; report-type=feedback-report} (RFC 5965, carried as XARF does), handed to the
 * mail server in one SMTP transaction whose last step is recorded before it is taken.
 */
@NullMarked
package org.openhotline.takedown.notice.mail;

import org.jspecify.annotations.NullMarked;
