// SPDX-License-Identifier: Apache-2.0
/** Who logs in and out and who changes accounts: what the identity provider keeps is asked for and told, each once. */
@NullMarked
package org.openhotline.audit.login;

import org.jspecify.annotations.NullMarked;
