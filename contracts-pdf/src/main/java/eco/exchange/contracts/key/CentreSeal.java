package eco.exchange.contracts.key;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The seal of the centre: its key, and what makes signatures provable when nobody can be asked any
 * more (PAdES B-LT, ETSI EN 319 142-1).
 *
 * @param signer the centre's key
 * @param stamps who testifies when it was sealed
 * @param issuers the certificates of those who vouch for the signers
 * @param revocations the lists of certificates that they no longer vouch for, in DER
 */
public record CentreSeal(
    Signer signer,
    TimeStampAuthority stamps,
    List<X509Certificate> issuers,
    List<byte[]> revocations) {

  /** Copies the lists. */
  public CentreSeal {
    issuers = List.copyOf(issuers);
    revocations = List.copyOf(revocations);
  }
}
