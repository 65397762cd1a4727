// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact.tink;

import java.nio.file.Path;
import org.openhotline.chassis.sealing.KeysetFiles;
import org.openhotline.chassis.sealing.TinkSealing;
import org.openhotline.reportintake.contact.SealContact;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the contact keyset and hands it to the contact package alone: it is no bean, so nothing else can be given it. */
@Configuration(proxyBeanMethods = false)
class ContactKeysConfiguration {
    @Bean
    SealContact sealContact(@Value("${openhotline.keys.contact}") Path file) {
        return new SealContact(new TinkSealing(KeysetFiles.read(file)));
    }
}
