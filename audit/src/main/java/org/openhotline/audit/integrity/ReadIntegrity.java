// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.integrity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.outside.Mark;
import org.openhotline.audit.outside.Reach;
import org.openhotline.audit.outside.SendOutside;
import org.openhotline.audit.witness.AskWitnesses;

/** Gathers what is known of the log's integrity at the moment. */
public final class ReadIntegrity {
    private final Log log;
    private final AskWitnesses witnesses;
    private final List<SendOutside> places;

    public ReadIntegrity(Log log, AskWitnesses witnesses, List<SendOutside> places) {
        this.log = log;
        this.witnesses = witnesses;
        this.places = List.copyOf(places);
    }

    public Integrity now() throws IOException {
        Optional<Log.Head> head = log.head();
        Optional<Mark> checkpoint =
                head.isPresent() ? Optional.of(new Mark(head.get().size(), log.signedAt())) : Optional.empty();
        List<Reach> reached = new ArrayList<>();
        for (SendOutside place : places) {
            reached.add(place.reach());
        }
        return new Integrity(checkpoint, witnesses.reach(), witnesses.contradicting(), reached);
    }
}
