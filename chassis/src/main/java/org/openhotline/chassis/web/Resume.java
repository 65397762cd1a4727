// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.util.Map;

/**
 * Where a page that was reached by sending a form can be had again in another language: given to the public layout as
 * {@code resume}, it makes the language links buttons of a form, since nothing is remembered between two pages.
 *
 * @param action path within the service
 * @param fields to send along
 */
public record Resume(String action, Map<String, String> fields) {
    public Resume {
        fields = Map.copyOf(fields);
    }

    /** Never the fields: they may be what a reporter alone is to know. */
    @Override
    public String toString() {
        return "Resume[" + action + "]";
    }
}
