package eco.exchange.settlement.allotment;

import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Taker.Roster.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The statement of one member of a collective: what was given of a contract, and why. For that
 * person's eyes.
 *
 * @param contract the contract
 * @param payee the key of the payee that the members are together
 * @param collective their collective
 * @param member the number on the roster
 * @param shown the masked name
 * @param account where this member is paid, with holder and number masked, if it was told
 * @param held what is kept, because no account is known or the bank could not pay to it
 * @param lines what was given, oldest first
 */
public record MemberStatementView(
    ContractId contract,
    String payee,
    NamedParty collective,
    String member,
    String shown,
    Optional<BankAccount> account,
    Money held,
    List<Line> lines) {

  /** Copies the list. */
  public MemberStatementView {
    lines = List.copyOf(lines);
  }

  MemberStatementView holding(Money kept) {
    return new MemberStatementView(
        contract, payee, collective, member, shown, account, kept, lines);
  }

  /**
   * One part.
   *
   * @param income the kind of income
   * @param occasion what the income was paid for
   * @param whole what the members got together
   * @param rule what counted when it was split
   * @param weight what counted for this member
   * @param weights what counted for all together
   * @param version the version of the roster
   * @param rosterHash the SHA-256 of that roster
   * @param amount what this member got
   * @param allottedAt when it was split
   * @param orderedAt when the bank was ordered to pay; empty while no account is known
   */
  public record Line(
      Income income,
      Occasion occasion,
      Money whole,
      Rule rule,
      long weight,
      long weights,
      int version,
      String rosterHash,
      Money amount,
      Instant allottedAt,
      Optional<Instant> orderedAt) {}
}
