package eco.exchange.contracts.key;

import eco.exchange.market.PartyId;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The name in a certificate of the exchange: the common name, and in the serial number of the
 * subject the identity of the party, or a word for the centre and for the root.
 */
public final class CertificateName {

  /** The identity that the certificate of the centre's seal names. */
  public static final String CENTRE = "CENTRE";

  /** The identity that the certificate of the exchange's own time stamps names. */
  public static final String STAMPS = "STAMPS";

  static final String ROOT = "ROOT";

  private CertificateName() {}

  /** The identity of a party as its certificate names it. */
  public static String of(PartyId party) {
    return party.toString();
  }

  static X500Name subject(String commonName, String identity) {
    return new X500NameBuilder()
        .addRDN(BCStyle.C, "CN")
        .addRDN(BCStyle.CN, commonName)
        .addRDN(BCStyle.SERIALNUMBER, identity)
        .build();
  }

  /** The identity that a certificate names; empty if it names none. */
  public static Optional<String> identity(X509Certificate certificate) {
    return first(certificate, BCStyle.SERIALNUMBER);
  }

  /** The common name in a certificate; empty if it has none. */
  public static Optional<String> commonName(X509Certificate certificate) {
    return first(certificate, BCStyle.CN);
  }

  private static Optional<String> first(X509Certificate certificate, ASN1ObjectIdentifier type) {
    X500Name name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    RDN[] found = name.getRDNs(type);
    return found.length == 0
        ? Optional.empty()
        : Optional.of(found[0].getFirst().getValue().toString());
  }
}
