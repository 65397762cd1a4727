// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.util.List;

/**
 * What the layouts show around a page, in templates as {@code kit}.
 *
 * @param lang BCP 47 tag of the page's language
 * @param dir {@code ltr} or {@code rtl}
 * @param staffOrigin where the staff pages are, without a slash at the end
 * @param staffPath where staff pages are below the context path; empty where the whole service is for staff
 * @param person name of the account that is logged in; empty where nobody is
 * @param loggedIn whether to offer the log-out button
 */
public record Kit(
        String hotline,
        String lang,
        String dir,
        List<Language> languages,
        String staffOrigin,
        String staffPath,
        List<Place> places,
        String person,
        boolean loggedIn,
        Face face) {

    public Kit {
        languages = List.copyOf(languages);
        places = List.copyOf(places);
    }

    /** A language that the page can be had in. @param name in that language itself */
    public record Language(String tag, String name, String dir, boolean current) {}

    /**
     * What is the country's own about the public pages.
     *
     * @param logo path of the picture in the head
     * @param coloured whether there are colours of its own
     * @param legal the text in the foot; empty where there is none
     * @param legalLang its language
     */
    public record Face(String logo, boolean coloured, String legal, String legalLang) {}

    /** An entry of the staff navigation bar. */
    public record Place(String name, String href, boolean current) {}
}
