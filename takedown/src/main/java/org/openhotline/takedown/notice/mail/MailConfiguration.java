// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.mail;

import jakarta.mail.URLName;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.takedown.letter.LetterText;
import org.openhotline.takedown.letter.MachineReport;
import org.openhotline.takedown.notice.NoticeChannel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    /** The server and its settings are those of {@code spring.mail}. */
    @Bean
    NoticeChannel mailChannel(
            CountryProfile country, LetterText text, MachineReport report, JavaMailSenderImpl configured) {
        URLName server = new URLName(
                configured.getProtocol(),
                configured.getHost(),
                configured.getPort(),
                null,
                configured.getUsername(),
                configured.getPassword());
        return new MailChannel(
                new NoticeMail(country.hotline(), text, report), server, configured.getJavaMailProperties());
    }
}
