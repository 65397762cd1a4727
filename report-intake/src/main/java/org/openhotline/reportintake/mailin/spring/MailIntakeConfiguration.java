// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.spring;

import java.net.UnknownHostException;
import java.time.InstantSource;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.impl.DNSPublicKeyRecordRetriever;
import org.apache.james.jdkim.impl.MultiplexingPublicKeyRecordRetriever;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.reportintake.mailin.ListedSenders;
import org.openhotline.reportintake.mailin.TakeMail;
import org.openhotline.reportintake.mailin.TakenMail;
import org.openhotline.reportintake.mailin.mail.Mailbox;
import org.openhotline.reportintake.mailin.mail.MailboxSettings;
import org.openhotline.reportintake.submission.ReceiveSubmission;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xbill.DNS.SimpleResolver;

/** Reports by mail. Nothing of it is there unless {@code openhotline.mail-intake.host} is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("openhotline.mail-intake.host")
class MailIntakeConfiguration {
    @Bean
    MailSweep mailSweep(
            CountryProfile country,
            Aggregates<TakenMail> mails,
            ReceiveSubmission receiveSubmission,
            InstantSource clock,
            @Value("${openhotline.mail-intake.host}") String host,
            @Value("${openhotline.mail-intake.port:993}") int port,
            @Value("${openhotline.mail-intake.user}") String user,
            @Value("${openhotline.mail-intake.password}") String password,
            @Value("${openhotline.mail-intake.folder:INBOX}") String folder,
            @Value("${openhotline.mail-intake.address:${openhotline.mail-intake.user}}") String address,
            @Value("${openhotline.mail-intake.tls:true}") boolean tls,
            @Value("${openhotline.mail-intake.dns-server:}") String dnsServer)
            throws UnknownHostException {
        TakeMail takeMail =
                new TakeMail(new ListedSenders(country.mailSenders()), mails, receiveSubmission, Outage::causes, clock);
        return new MailSweep(new Mailbox(
                new MailboxSettings(host, port, user, password, folder, mailAddress(address), tls),
                keys(dnsServer),
                takeMail,
                clock));
    }

    private static String mailAddress(String address) {
        if (!address.contains("@")) {
            throw new IllegalStateException(
                    "openhotline.mail-intake.address must name the mail address to which reports are sent");
        }
        return address;
    }

    private static PublicKeyRecordRetriever keys(String dnsServer) throws UnknownHostException {
        return new MultiplexingPublicKeyRecordRetriever(
                "dns",
                dnsServer.isEmpty()
                        ? new DNSPublicKeyRecordRetriever()
                        : new DNSPublicKeyRecordRetriever(new SimpleResolver(dnsServer)));
    }
}
