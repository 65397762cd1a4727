// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import java.util.List;
import org.openhotline.contracts.aggregate.Aggregates;

/** All imports. */
public interface Imports extends Aggregates<Import> {

    /** Some, the latest first. */
    List<Import> latest(int limit);
}
