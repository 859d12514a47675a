package eco.exchange.market;

import java.util.UUID;

/**
 * The identity of one party's application to bid on one lot.
 *
 * @param id the identity, which says nothing by itself
 */
public record ApplicationId(UUID id) {

  /** Reads an identity from its text. */
  public static ApplicationId parse(String text) {
    return new ApplicationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
