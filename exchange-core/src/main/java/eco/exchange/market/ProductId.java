package eco.exchange.market;

import java.util.UUID;

/**
 * The identity of an ecological product in the catalogue.
 *
 * @param id the identity, which says nothing by itself
 */
public record ProductId(UUID id) {

  /** Reads an identity from its text. */
  public static ProductId parse(String text) {
    return new ProductId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
