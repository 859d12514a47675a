package eco.exchange.settlement.roster;

import eco.exchange.market.ContractId;
import eco.exchange.settlement.person.SealedAccount;
import eco.exchange.sharing.Taker.Roster.Rule;
import java.time.LocalDate;
import java.util.List;

/**
 * The command to file the roster of a collective.
 *
 * @param contract the contract of which its members are paid
 * @param payee the key of the payee that they are together
 * @param rule what counts when they share; the one of the terms, where these state it
 * @param recordDate who is a member on this day is on the roster; that of the terms, if stated
 * @param resolution the collective's resolution on it (农村集体经济组织法 26); at most 200 characters
 * @param members everyone, in the order that breaks ties; at most {@value #MEMBERS_MAX}
 * @param accounts where those of them are paid who have told it
 */
public record FileRoster(
    ContractId contract,
    String payee,
    Rule rule,
    LocalDate recordDate,
    String resolution,
    List<RosterMember> members,
    List<SealedAccount> accounts) {

  /** How many members a roster may have. */
  public static final int MEMBERS_MAX = 100_000;

  /** Copies the lists. */
  public FileRoster {
    members = List.copyOf(members);
    accounts = List.copyOf(accounts);
  }
}
