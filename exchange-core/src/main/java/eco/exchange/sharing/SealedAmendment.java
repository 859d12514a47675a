package eco.exchange.sharing;

import eco.exchange.market.ContractId;
import java.time.LocalDate;

/**
 * The facts of an amendment that settlement may know: read from its sealed paper, and from nothing
 * else.
 *
 * @param version what the paper states, under its own number, with the terms from then on
 * @param original the contract that was first concluded
 * @param previous the version before: the contract itself, or its last amendment
 * @param termsHashBefore the SHA-256 of the terms of the version before
 * @param from the first day of the first year whose incomes are shared by this version
 */
public record SealedAmendment(
    SealedContract version,
    ContractId original,
    ContractId previous,
    String termsHashBefore,
    LocalDate from) {

  /** The number of the amendment. */
  public ContractId number() {
    return version.contract();
  }
}
