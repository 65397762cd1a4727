// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside;

import java.util.Optional;

/**
 * How far somebody outside knows the log.
 *
 * @param trouble why it does not go on at the moment, in words; holds nothing that came from outside
 */
public record Reach(String who, Optional<Mark> last, Optional<String> trouble) {}
