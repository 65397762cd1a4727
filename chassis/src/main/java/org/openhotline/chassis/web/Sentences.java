// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.openhotline.chassis.country.InvalidCountryProfile;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/**
 * The words of the pages: those of the kit, those of the service, and over them those of the country: a file
 * {@code words_<tag>.properties} beside the profile is a whole new language, or mends single sentences of one.
 */
final class Sentences extends ReloadableResourceBundleMessageSource {
    private static final String KIT = "classpath:messages/kit";

    private final String own;
    private final String ofTheService;

    /** @param own path of the country's files, without tag and ending */
    Sentences(Path own, String service) {
        this.own = own.toUri().toString();
        this.ofTheService = "classpath:messages/" + service;
        setBasenames(this.own, ofTheService, KIT);
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
    }

    /** @throws InvalidCountryProfile where a language lacks a sentence, so that nobody meets a page in two languages */
    void requireComplete(List<String> languages) {
        List<String> errors = languages.stream()
                .filter(tag -> !Locale.forLanguageTag(tag).getLanguage().equals("en"))
                .flatMap(tag -> missing(Locale.forLanguageTag(tag)).stream()
                        .limit(1)
                        .map(key -> "languages: the words of “" + tag + "” are incomplete (" + key
                                + " and maybe more); put them into words_" + tag + ".properties beside the profile"))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidCountryProfile(errors);
        }
    }

    private Set<String> missing(Locale locale) {
        Set<String> missing = new TreeSet<>();
        for (String root : List.of(ofTheService, KIT)) {
            keys(root).forEach(missing::add);
        }
        for (String base : List.of(own, ofTheService, KIT)) {
            calculateFilenamesForLocale(base, locale).forEach(file -> missing.removeAll(keys(file)));
        }
        return missing;
    }

    private Set<String> keys(String file) {
        var properties = getProperties(file).getProperties();
        return properties == null ? Set.of() : properties.stringPropertyNames();
    }
}
