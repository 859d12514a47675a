package eco.exchange.web.village;

import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.web.problem.Problems;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;

/**
 * The body that tells where a member is paid. It stands in clear only until it is sealed.
 *
 * @param number the number of the account
 * @param holder whose account it is, somebody of the member's household; the member's, if not told
 * @param bank the number of the bank, twelve digits
 */
record NewAccount(
    @Size(max = 34) String number,
    Optional<@Size(max = 50) String> holder,
    @Size(max = 12) String bank) {

  // So that it does not come into a log.
  @Override
  public String toString() {
    return "NewAccount[]";
  }

  /**
   * The account, if it can be one and is the household's.
   *
   * @param field where in the request it stands, for example 'members[3].account.'
   * @param member the name of the member
   * @param household the names of all who live with it
   */
  BankAccount account(String field, String member, Set<String> household) {
    BankAccount account = new BankAccount(holder.orElse(member), number, bank);
    if (!account.hasTheForm()) {
      throw Problems.unfit(
          field + "number", "must be 5 to 34 digits or capitals, with a bank of 12 digits");
    }
    if (!household.contains(account.holder())) {
      throw Problems.unfit(field + "holder", "must be somebody of the member's household");
    }
    return account;
  }
}
