// SPDX-License-Identifier: Apache-2.0
/** The product as it really runs: started by its launcher in a data folder of its own, on free ports. */
@NullMarked
package org.openhotline.proving.running;

import org.jspecify.annotations.NullMarked;
