package eco.exchange.settlement.distribution;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The distribution of one income of a contract. The parts make the whole, to the fen.
 *
 * @param contract the contract
 * @param income the kind of income
 * @param occasion what the income was paid for
 * @param whole what came in
 * @param termsHash the SHA-256 of the terms by which it was shared
 * @param earlier what was shared of the same year before, of which this is a supplement
 * @param erosion the monitored erosion that was known, in tonnes per square kilometre and year
 * @param parts what each payee was paid, in the order of the payees
 * @param at when
 */
public record DistributionView(
    ContractId contract,
    Income income,
    Occasion occasion,
    Money whole,
    String termsHash,
    Money earlier,
    Optional<Integer> erosion,
    List<Part> parts,
    Instant at) {

  /** Copies the list, and rejects an occasion for which no such income is paid. */
  public DistributionView {
    if (!income.isPaidFor(occasion)) {
      throw new IllegalArgumentException("no %s is paid for %s".formatted(income, occasion));
    }
    parts = List.copyOf(parts);
  }

  /** The key under which the distribution is kept, for example 'E...M-V1/REVENUE/2027'. */
  public static String key(ContractId contract, Income income, Occasion occasion) {
    return contract.number() + "/" + income + "/" + occasion;
  }

  /** The key of this distribution. */
  public String key() {
    return key(contract, income, occasion);
  }

  /** The transfers that this distribution is: out of the escrow, to the account of each payee. */
  public List<Transfer> transfers() {
    String trade = contract.trade().code();
    AccountName escrow = AccountName.of(trade, AccountPurpose.ESCROW);
    return parts.stream()
        .filter(part -> part.amount().isPositive())
        .map(
            part ->
                Transfer.moving(
                        "share/%s/%s".formatted(key(), part.payee()),
                        escrow,
                        new AccountName(trade, AccountPurpose.PAYEE, part.payee()),
                        part.amount(),
                        TransferCode.DISTRIBUTION,
                        at)
                    .by(key()))
        .toList();
  }

  /** What this distribution started from. */
  public DistributionBasis standing() {
    Map<String, Money> pledgeDue = new LinkedHashMap<>();
    parts.stream()
        .filter(part -> part.pledgeDue().isPositive())
        .forEach(part -> pledgeDue.put(part.payee(), part.pledgeDue()));
    return new DistributionBasis(
        by(Part::carriedIn), by(Part::recoupedIn), pledgeDue, erosion, earlier);
  }

  /** What the next distribution of the same income starts from, of which no facts are known. */
  public DistributionBasis left() {
    return new DistributionBasis(by(Part::carry), by(Part::recouped), Map.of(), Optional.empty());
  }

  /** What each payee has recovered by what was shared of the year so far. */
  public Map<String, Rational> recoveredInTheYear() {
    return by(part -> part.recouped().minus(part.recoupedIn()));
  }

  /** This distribution in the form that anybody can recompute from the sealed contract. */
  public Statement statement() {
    return new Statement(
        contract,
        termsHash,
        income,
        occasion,
        whole,
        standing(),
        parts.stream()
            .map(
                part ->
                    new Distribution.Part(
                        part.payee(), part.amount(), part.carry(), part.recouped()))
            .toList());
  }

  private Map<String, Rational> by(Function<Part, Rational> number) {
    return parts.stream().collect(Collectors.toMap(Part::payee, number));
  }

  /**
   * What one payee was paid.
   *
   * @param payee the key of the payee in the terms
   * @param name the full name
   * @param principle the ground of the payment
   * @param amount the payment
   * @param carriedIn what the payee was short of before, in fen, negative if it was ahead
   * @param carry what it is short of now, in fen; enters the next distribution of this income
   * @param recoupedIn what it had recovered before towards its sum, in fen; of a supplement, by
   *     other years
   * @param recouped what it has recovered now, in fen
   * @param pledgeDue what it was owed on a pledge
   */
  public record Part(
      String payee,
      String name,
      Principle principle,
      Money amount,
      Rational carriedIn,
      Rational carry,
      Rational recoupedIn,
      Rational recouped,
      Money pledgeDue) {}
}
