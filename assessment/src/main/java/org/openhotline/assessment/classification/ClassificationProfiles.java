// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.classification;

/** The profiles that a country can choose from. */
public interface ClassificationProfiles {

    /** @throws ClassificationProfile.InvalidProfile where there is no such profile, or it is not whole */
    ClassificationProfile named(String id);
}
