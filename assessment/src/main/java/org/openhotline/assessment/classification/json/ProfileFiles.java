// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.classification.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.openhotline.assessment.classification.ClassificationProfile;
import org.openhotline.assessment.classification.ClassificationProfile.Category;
import org.openhotline.assessment.classification.ClassificationProfile.InvalidProfile;
import org.openhotline.assessment.classification.ClassificationProfiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Profiles as {@code classification/<id>.json} on the class path: a new profile is a new file. */
public final class ProfileFiles implements ClassificationProfiles {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private record File(
            String id, int version, List<Entry> illegal, List<Entry> notIllegal, List<Entry> notAccessible) {}

    private record Entry(String code, String label, Optional<String> help, Optional<List<String>> provisions) {
        Category category() {
            return new Category(code, label, help.orElse(""), provisions.orElse(List.of()));
        }
    }

    @Override
    public ClassificationProfile named(String id) {
        try (InputStream file = ProfileFiles.class.getResourceAsStream("/classification/" + id + ".json")) {
            if (file == null) {
                throw new InvalidProfile("assessment.classification of the country profile names " + id
                        + ", but there is no classification profile of that name. generic-national comes with the"
                        + " software.");
            }
            ClassificationProfile profile = profile(JSON.readValue(file, File.class));
            profile.mustBeWhole();
            return profile;
        } catch (IOException | JacksonException | NullPointerException e) {
            throw new InvalidProfile("The classification profile " + id + " cannot be read.");
        }
    }

    private static ClassificationProfile profile(File file) {
        return new ClassificationProfile(
                file.id(),
                file.version(),
                categories(file.illegal()),
                categories(file.notIllegal()),
                categories(file.notAccessible()));
    }

    private static List<Category> categories(List<Entry> entries) {
        return entries.stream().map(Entry::category).toList();
    }
}
