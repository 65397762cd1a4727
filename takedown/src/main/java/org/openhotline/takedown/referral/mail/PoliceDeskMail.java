// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral.mail;

import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.takedown.referral.PoliceDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** One short mail with the referral's number; whoever reads it on the way learns nothing else. */
final class PoliceDeskMail implements PoliceDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PoliceDeskMail.class);

    private final JavaMailSender sender;
    private final CountryProfile country;
    private final String page;

    /** @param page address of the liaison officer's page */
    PoliceDeskMail(JavaMailSender sender, CountryProfile country, String page) {
        this.sender = sender;
        this.country = country;
        this.page = page;
    }

    @Override
    public boolean tell(String number) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(country.hotline().noticeMail());
        mail.setTo(country.police().deskMail());
        mail.setSubject("[" + number + "] A referral waits for you");
        mail.setText("""
                Referral %s of %s waits for the police desk.

                Log in to read it, to hold or release the notice, and to take it over:
                %s

                This message holds nothing else on purpose.
                """.formatted(number, country.hotline().name(), page));
        try {
            sender.send(mail);
            return true;
        } catch (MailException e) {
            LOG.warn(
                    "The police desk could not be told of {}: {}",
                    number,
                    e.getClass().getName());
            return false;
        }
    }
}
