// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.letter;

/** A text that goes with a letter for machines. */
public record Attachment(String fileName, String mediaType, String content) {

    @Override
    public String toString() {
        return "Attachment[" + fileName + ", not shown]";
    }
}
