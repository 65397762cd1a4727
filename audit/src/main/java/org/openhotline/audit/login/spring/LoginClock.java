// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login.spring;

import java.util.List;
import org.openhotline.audit.login.FollowLogins;
import org.openhotline.audit.login.IdentityEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the identity provider again and again. While it does not answer, nothing is lost: it keeps its lists. */
@Component
@ConditionalOnProperty(name = "openhotline.audit.follow-logins", matchIfMissing = true)
final class LoginClock {
    private static final Logger LOG = LoggerFactory.getLogger(LoginClock.class);

    private final FollowLogins following;
    private final List<IdentityEvents> lists;
    private boolean troubled;

    LoginClock(FollowLogins following, List<IdentityEvents> lists) {
        this.following = following;
        this.lists = lists;
    }

    @Scheduled(fixedDelayString = "${openhotline.audit.logins-pause:10s}")
    void follow() {
        try {
            lists.forEach(following::follow);
            if (troubled) {
                LOG.info("The identity provider tells of log-ins again");
            }
            troubled = false;
        } catch (RuntimeException e) {
            // Told once, and without words: they may hold what a stranger typed.
            if (!troubled) {
                LOG.warn(
                        "The log-ins cannot be followed at the moment: {}",
                        e.getClass().getSimpleName());
            }
            troubled = true;
        }
    }
}
