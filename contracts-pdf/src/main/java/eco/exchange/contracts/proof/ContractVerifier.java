package eco.exchange.contracts.proof;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Proves a contract from the paper alone, offline and without the exchange.
 *
 * <p>It holds no state and may be shared by threads.
 */
public final class ContractVerifier {

  private final Optional<X509Certificate> anchor;

  private ContractVerifier(Optional<X509Certificate> anchor) {
    this.anchor = anchor;
  }

  /** A verifier that trusts the root certificate inside the paper, and says so with its print. */
  public static ContractVerifier trustingThePaper() {
    return new ContractVerifier(Optional.empty());
  }

  /** A verifier that trusts this root certificate of the exchange and no other. */
  public static ContractVerifier trusting(X509Certificate anchor) {
    return new ContractVerifier(Optional.of(anchor));
  }

  /** Examines a contract. Never throws for what the bytes contain. */
  public Verification verify(byte[] pdf) {
    throw new UnsupportedOperationException(anchor + " " + pdf.length);
  }

  /**
   * Shares an income again by the terms, and compares with what a statement says was paid.
   *
   * @param termsJson the canonical terms of the contract
   * @param statementJson the statement, of the form eco.exchange/distribution-statement/1
   */
  public Verification recompute(String termsJson, String statementJson) {
    throw new UnsupportedOperationException(termsJson + statementJson);
  }
}
