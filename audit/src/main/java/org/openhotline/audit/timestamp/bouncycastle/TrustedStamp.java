// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.timestamp.bouncycastle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** Whose time-stamps are believed: those whose signer's certificate was issued, by whatever way, below one of these. */
public final class TrustedStamp {
    private final Set<TrustAnchor> anchors;

    private TrustedStamp(Set<TrustAnchor> anchors) {
        this.anchors = anchors;
    }

    /** @param file PEM, one or more certificates */
    public static TrustedStamp read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Set<TrustAnchor> anchors = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(certificate -> new TrustAnchor((X509Certificate) certificate, null))
                    .collect(Collectors.toSet());
            if (anchors.isEmpty()) {
                throw new IllegalArgumentException("no certificate to trust in " + file);
            }
            return new TrustedStamp(anchors);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a file of certificates (PEM): " + file, e);
        }
    }

    void require(TimeStampToken token) throws TSPException, OperatorCreationException, GeneralSecurityException {
        List<X509Certificate> all = new ArrayList<>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            all.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
        Collection<X509CertificateHolder> signers = token.getCertificates().getMatches(token.getSID());
        if (signers.size() != 1) {
            throw new TSPException("the token does not hold the certificate of its signer");
        }
        X509CertificateHolder signer = signers.iterator().next();
        // The signature; that the certificate was valid then, and is for time-stamping and, critically, nothing else.
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(new JcaX509CertificateConverter().getCertificate(signer));
        PKIXBuilderParameters path = new PKIXBuilderParameters(anchors, target);
        path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
        path.setDate(token.getTimeStampInfo().getGenTime());
        // Lists of revoked certificates are not fetched: whoever relies on a stamp later asks for them then.
        path.setRevocationEnabled(false);
        CertPathBuilder.getInstance("PKIX").build(path);
    }
}
