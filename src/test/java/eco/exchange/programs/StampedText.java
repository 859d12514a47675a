package eco.exchange.programs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A text with a time stamp, as somebody examines it who has the root of the exchange alone. */
record StampedText(String text, byte[] stamp) {

  /** Whether the stamp is on this text, by a key that the root vouches for. */
  boolean stampedBy(byte[] root) throws Exception {
    TimeStampToken token = new TimeStampToken(new CMSSignedData(stamp));
    X509CertificateHolder stamper =
        (X509CertificateHolder)
            token.getCertificates().getMatches(token.getSID()).iterator().next();
    X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(stamper);
    X509Certificate anchor =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(root));
    certificate.verify(anchor.getPublicKey());
    try {
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(stamper));
    } catch (TSPException invalid) {
      return false;
    }
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), hash);
  }
}
