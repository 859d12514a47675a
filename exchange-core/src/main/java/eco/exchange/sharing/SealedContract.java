package eco.exchange.sharing;

import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.PaymentPlan;
import eco.exchange.money.Money;
import java.util.Optional;

/**
 * The facts of a contract that settlement may know: read from the sealed paper, and from nothing
 * else.
 *
 * @param contract the number of the contract
 * @param transferor who sells the right
 * @param transferee who has won it, and reports and pays each year's revenue
 * @param price the whole price
 * @param deposit the part of the price that is already held as the winner's deposit
 * @param plan how the price is paid in instalments; empty if it is paid at once
 * @param termYears for how many years revenue is shared
 * @param termsJson the canonical text of the sharing terms as embedded in the paper
 * @param termsHash the SHA-256 of that text as printed and sealed
 */
public record SealedContract(
    ContractId contract,
    PartyId transferor,
    PartyId transferee,
    Money price,
    Money deposit,
    Optional<PaymentPlan> plan,
    int termYears,
    String termsJson,
    String termsHash) {

  /** A contract whose price is paid at once. */
  public SealedContract(
      ContractId contract,
      PartyId transferor,
      PartyId transferee,
      Money price,
      Money deposit,
      int termYears,
      String termsJson,
      String termsHash) {
    this(
        contract,
        transferor,
        transferee,
        price,
        deposit,
        Optional.empty(),
        termYears,
        termsJson,
        termsHash);
  }

  /** The sharing terms. */
  public SharingTerms terms() {
    return TermsJson.read(termsJson);
  }

  /** This contract by other terms, as an amendment states them. */
  SealedContract by(String otherJson, String otherHash) {
    return new SealedContract(
        contract, transferor, transferee, price, deposit, plan, termYears, otherJson, otherHash);
  }

  /** Whether the text is canonical and is the one that was hashed. */
  public boolean isGenuine() {
    return TermsJson.write(terms()).equals(termsJson)
        && TermsJson.sha256(termsJson).equals(termsHash);
  }
}
