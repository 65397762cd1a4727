// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.spring;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.takedown.hosting.LocateAgain;
import org.openhotline.takedown.notice.NoticeChannel;
import org.openhotline.takedown.notice.Notices;
import org.openhotline.takedown.notice.QueueNotice;
import org.openhotline.takedown.notice.ResolveDelivery;
import org.openhotline.takedown.notice.SendNotice;
import org.openhotline.takedown.notice.WatchSendings;
import org.openhotline.takedown.notice.WriteNotice;
import org.openhotline.takedown.removal.AddressTold;
import org.openhotline.takedown.removal.Removals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {
    @Bean
    QueueNotice queueNotice(Notices notices, Removals removals, InstantSource clock) {
        return new QueueNotice(notices, removals, clock);
    }

    @Bean
    WriteNotice writeNotice(
            LocateAgain locating,
            Opening opening,
            Sealing sealing,
            CountryProfile country,
            InstantSource clock,
            @Value("${openhotline.public-origin}") String publicOrigin) {
        WriteNotice.Links links =
                new WriteNotice.Links(publicOrigin, country.notices().answerLinkValid(), new SecureRandom());
        return new WriteNotice(locating, opening, sealing, links, clock);
    }

    @Bean
    SendNotice sendNotice(
            Notices notices,
            WriteNotice writing,
            AddressTold told,
            List<NoticeChannel> channels,
            CountryProfile country,
            Ids ids,
            InstantSource clock) {
        return new SendNotice(notices, writing, told, channels, country.notices(), ids, clock);
    }

    @Bean
    ResolveDelivery resolveDelivery(Notices notices, InstantSource clock) {
        return new ResolveDelivery(notices, clock);
    }

    @Bean
    NoticeWorker noticeWorker(
            Notices notices,
            SendNotice sending,
            InstantSource clock,
            @Value("${openhotline.takedown.sending-patience}") Duration patience) {
        return new NoticeWorker(notices, sending, new WatchSendings(notices, patience, clock), clock);
    }
}
