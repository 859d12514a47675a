package eco.exchange.contracts.key;

/** An authority that testifies by tokens of RFC 3161 that something was there at a time. */
public interface TimeStampAuthority {

  /**
   * A token over a hash, encoded in DER.
   *
   * @param sha256 the SHA-256 of what was there
   * @throws StampUnavailable if the authority does not answer, or answers something else
   */
  byte[] stamp(byte[] sha256);

  /** How many bytes a token takes at most. */
  int room();

  /** The authority cannot be asked now; nothing was done, and it may be tried again. */
  final class StampUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    StampUnavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
