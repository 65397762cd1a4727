// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside.spring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhotline.audit.http.OutsideHttp;
import org.openhotline.audit.log.BeforeSigning;
import org.openhotline.audit.outside.CompareOutside;
import org.openhotline.audit.outside.FileOutside;
import org.openhotline.audit.outside.OutsidePlace;
import org.openhotline.audit.outside.Places;
import org.openhotline.audit.outside.SendOutside;
import org.openhotline.audit.outside.Sendings;
import org.openhotline.audit.outside.http.BearerToken;
import org.openhotline.audit.outside.http.HttpOutside;
import org.openhotline.audit.outside.http.HttpPlace;
import org.openhotline.audit.outside.mail.MailPlace;
import org.openhotline.audit.spring.Round;
import org.openhotline.audit.spring.RoundList;
import org.openhotline.audit.timestamp.StampPlace;
import org.openhotline.audit.timestamp.bouncycastle.Rfc3161Authority;
import org.openhotline.audit.timestamp.bouncycastle.TrustedStamp;
import org.openhotline.audit.witness.ShownHeads;
import org.openhotline.contracts.country.CountryProfile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    OutsideHttp outsideHttp() {
        return new OutsideHttp();
    }

    @Bean
    BeforeSigning beforeSigning(OutsideProperties properties, OutsideHttp http) {
        return properties
                .checkAtStart()
                .<BeforeSigning>map(where -> new CompareOutside(
                        where.startsWith("http://") || where.startsWith("https://")
                                ? new HttpOutside(http, URI.create(where), token(properties.checkToken()))
                                : new FileOutside(Path.of(where))))
                .orElse(BeforeSigning.NOTHING);
    }

    @Bean
    Places places(
            @Value("${openhotline.audit.directory}") Path folder,
            OutsideProperties outside,
            TimestampProperties timestamps,
            OutsideHttp http,
            ObjectProvider<JavaMailSender> mail,
            CountryProfile country,
            InstantSource clock)
            throws IOException {
        List<OutsidePlace> hourly = new ArrayList<>();
        outside.http()
                .forEach(entry -> hourly.add(
                        new HttpPlace(http, entry.name(), entry.method(), entry.url(), token(entry.token()))));
        if (!outside.mailTo().isEmpty()) {
            JavaMailSender sender = mail.getIfAvailable(() -> {
                throw new IllegalArgumentException("set spring.mail.host: openhotline.audit.outside.mail-to needs it");
            });
            hourly.add(new MailPlace(sender, country.hotline().noticeMail(), outside.mailTo()));
        }
        List<SendOutside> all = new ArrayList<>();
        hourly.forEach(place -> all.add(send(place, folder, clock, outside.period())));
        if (timestamps.url().isPresent()) {
            TrustedStamp trusted = TrustedStamp.read(Path.of(timestamps.trust().orElseThrow()));
            var authority =
                    new Rfc3161Authority(http, URI.create(timestamps.url().get()), trusted, new SecureRandom());
            all.add(send(new StampPlace(authority, folder), folder, clock, timestamps.period()));
        }
        return new Places(all);
    }

    @Bean
    RoundList outsideRounds(Places places, ShownHeads heads) {
        return new RoundList(places.all().stream()
                .map(place -> new Round("sending a checkpoint outside", PAUSE, () -> {
                    var newest = heads.newest();
                    if (newest.isPresent()) {
                        place.sendIfDue(newest.get());
                    }
                }))
                .toList());
    }

    private static BearerToken token(Optional<String> file) {
        return new BearerToken(file.map(Path::of));
    }

    private static SendOutside send(OutsidePlace place, Path folder, InstantSource clock, Duration period) {
        return new SendOutside(place, new Sendings(folder, place.name()), clock, period);
    }
}
