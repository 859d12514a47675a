package eco.exchange.contracts.key;

import eco.exchange.market.NamedParty;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * The keys with which parties sign and the centre seals, and the root that vouches for them.
 *
 * <p>Where they are kept, in files or in a device, is nobody's concern but theirs. Whoever signs
 * twice signs with the same key as long as its certificate is valid.
 */
public interface SignatureKeys {

  /** The signer of a party; its key is made when it is first asked for, and may be revoked. */
  Signer of(NamedParty party);

  /** With what the centre seals now. */
  CentreSeal seal();

  /** The exchange's own authority for time stamps, for whoever wants one. */
  OwnStampAuthority stampOffice();

  /** The certificate of the root, which people compare by its fingerprint. */
  X509Certificate root();

  /** The list of certificates for which the root no longer vouches, as of now, in DER. */
  byte[] revocations();

  /** Those besides the root whose certificates parties may bring. */
  TrustedIssuers issuers();

  /** A code over something, by which only these keys know it again, in hexadecimal. */
  String ticket(byte[] what);

  /** Since when a certificate of the root is revoked; empty if it is not. */
  Optional<Instant> revokedSince(X509Certificate certificate);

  /** Revokes a party's certificate from now on, and tells which; again changes nothing. */
  X509Certificate revoke(NamedParty party);

  /** Gives a party another key if the one that it has was revoked. */
  Signer renew(NamedParty party);
}
