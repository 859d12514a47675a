package eco.exchange.contracts.proof;

import java.time.Instant;
import java.util.Optional;

/**
 * A certificate by which a party signs, and how it stands.
 *
 * @param serial its serial number in hexadecimal, as it is printed beside a signature
 * @param validUntil until when it is valid unless it is revoked
 * @param revokedSince since when it is revoked; empty if it is not
 */
public record CertificateState(String serial, Instant validUntil, Optional<Instant> revokedSince) {}
