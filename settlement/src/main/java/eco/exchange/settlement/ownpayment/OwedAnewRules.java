package eco.exchange.settlement.ownpayment;

import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.receipt.SubAccountView.State;
import java.util.List;
import java.util.Optional;

/**
 * The rules by which a party owes anew: what was used already, on a recourse; and a deposit that is
 * still due, on the sub-account that has taken the place of the one that was emptied.
 */
final class OwedAnewRules {

  private OwedAnewRules() {}

  /**
   * What is owed, in the order in which it arose.
   *
   * @param own all sub-accounts of the party, oldest first
   */
  static List<OwedAnewView> of(List<SubAccountView> own) {
    return own.stream()
        .filter(SubAccountView::isAwaited)
        .filter(account -> account.recourseOf().isPresent() || isDepositAnew(account, own))
        .map(account -> view(account, first(account, own)))
        .toList();
  }

  private static boolean isDepositAnew(SubAccountView account, List<SubAccountView> own) {
    return account.purpose() == SubAccountPurpose.DEPOSIT
        && own.stream()
            .anyMatch(
                other ->
                    other.state() == State.TAKEN_BACK && other.trade().equals(account.trade()));
  }

  /** What was first paid on; what was paid anew may be taken back, too. */
  private static SubAccountView first(SubAccountView account, List<SubAccountView> own) {
    SubAccountView found = account;
    Optional<SubAccountView> before = before(found, own);
    while (before.isPresent()) {
      found = before.get();
      before = before(found, own);
    }
    return found;
  }

  private static Optional<SubAccountView> before(SubAccountView account, List<SubAccountView> own) {
    return account
        .recourseOf()
        .flatMap(number -> own.stream().filter(it -> it.number().equals(number)).findFirst());
  }

  private static OwedAnewView view(SubAccountView account, SubAccountView first) {
    return new OwedAnewView(
        account.number(),
        account.trade(),
        first.purpose(),
        account.occasion(),
        account.expected(),
        account.expected().minus(account.missing()),
        account.openedAt(),
        account.dueAt(),
        account.recourseOf().isPresent());
  }
}
