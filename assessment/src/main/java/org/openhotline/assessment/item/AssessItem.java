// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.assessment.classification.Choice;
import org.openhotline.assessment.classification.ClassificationProfile;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.staff.Actor;

/**
 * The holder of an item decides, in the words of the country's classification profile. Which decision it is (the first,
 * the blind review, the senior analyst's) follows from where the item stands, so that a reviewer's form is the same.
 */
public final class AssessItem {
    private final AssessedItems items;
    private final ClassificationProfile profile;
    private final boolean secondReview;
    private final Ids ids;
    private final InstantSource clock;

    public AssessItem(
            AssessedItems items, ClassificationProfile profile, boolean secondReview, Ids ids, InstantSource clock) {
        this.items = items;
        this.profile = profile;
        this.secondReview = secondReview;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws InvalidInput where the profile has no such choice
     * @throws Conflict for who does not hold the item, or not any more
     */
    public AssessedItem decide(UUID itemId, Choice choice, Actor actor) {
        Judgement mine =
                new Judgement(ids.next(), actor.id(), choice.verdict(), profile.classify(choice), clock.instant());
        return items.changeExisting(itemId, item -> item.decide(mine, actor, secondReview));
    }
}
