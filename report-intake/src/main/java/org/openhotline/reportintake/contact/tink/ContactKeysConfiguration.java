// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact.tink;

import java.nio.file.Path;
import org.openhotline.chassis.sealing.KeysetFiles;
import org.openhotline.chassis.sealing.TinkSealing;
import org.openhotline.chassis.settings.Setting;
import org.openhotline.reportintake.contact.EraseContact;
import org.openhotline.reportintake.contact.OpenContact;
import org.openhotline.reportintake.contact.SealContact;
import org.openhotline.reportintake.contact.SealMessages;
import org.openhotline.reportintake.contact.StoredKeys;
import org.openhotline.reportintake.contact.SubmissionKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the contact keyset and hands it to the contact package alone: it is no bean, so nothing else can be given it. */
@Configuration(proxyBeanMethods = false)
class ContactKeysConfiguration {
    @Bean
    SubmissionKeys submissionKeys(@Value("${openhotline.keys.contact}") Path file, StoredKeys stored) {
        TinkSealing keyset = new TinkSealing(KeysetFiles.read(file));
        return new SubmissionKeys(keyset, keyset, stored);
    }

    @Bean
    Setting contactKeysSetting(@Value("${openhotline.keys.contact}") Path file) {
        return Setting.keys("contact-keys", KeysetFiles.read(file));
    }

    @Bean
    SealContact sealContact(SubmissionKeys keys) {
        return new SealContact(keys);
    }

    @Bean
    OpenContact openContact(SubmissionKeys keys) {
        return new OpenContact(keys);
    }

    @Bean
    EraseContact eraseContact(SubmissionKeys keys) {
        return new EraseContact(keys);
    }

    @Bean
    SealMessages sealMessages(SubmissionKeys keys) {
        return new SealMessages(keys);
    }
}
