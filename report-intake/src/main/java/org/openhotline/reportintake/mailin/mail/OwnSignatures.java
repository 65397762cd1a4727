// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.mail;

import java.util.List;
import java.util.Locale;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.jdkim.tagvalue.SignatureRecordImpl;

/**
 * A header with the signatures of one domain only, and few of them. Each signature that is looked at costs a question to a
 * name server of its writer's choice.
 */
final class OwnSignatures implements Headers {
    private static final String SIGNATURE = "DKIM-Signature";
    private static final int MOST = 5;

    private final Headers header;
    private final List<String> own;

    OwnSignatures(Headers header, String domain) {
        this.header = header;
        this.own = header.getFields(SIGNATURE).stream()
                .filter(field -> isOf(domain, field))
                .limit(MOST)
                .toList();
    }

    @Override
    public List<String> getFields() {
        return header.getFields();
    }

    @Override
    public List<String> getFields(String name) {
        return name.equalsIgnoreCase(SIGNATURE) ? own : header.getFields(name);
    }

    private static boolean isOf(String domain, String field) {
        try {
            SignatureRecordImpl signature = new SignatureRecordImpl(field.substring(field.indexOf(':') + 1));
            return signature.getDToken().toString().toLowerCase(Locale.ROOT).equals(domain);
        } catch (RuntimeException _) {
            return false; // it cannot be read, so it proves nothing
        }
    }
}
