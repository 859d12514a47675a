package eco.exchange.settlement.allotment;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Story;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.receipt.PaymentOrderView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The transfers and payment orders by which members get what they were given. */
final class MemberPayouts {

  private MemberPayouts() {}

  /** What an allotment gives to each member's own account in the ledger. */
  static List<Transfer> given(AllotmentView view) {
    ContractId contract = view.roster().contract();
    String payee = view.roster().payee();
    return view.parts().stream()
        .filter(part -> part.amount().isPositive())
        .map(
            part ->
                Transfer.moving(
                    "allot/%s/%s".formatted(view.key(), part.member()),
                    new AccountName(contract.trade().code(), AccountPurpose.PAYEE, payee),
                    new AccountName(story(contract, payee), AccountPurpose.MEMBER, part.member()),
                    part.amount(),
                    TransferCode.ALLOTMENT,
                    view.at()))
        .toList();
  }

  /**
   * A part that a member has and that can be paid.
   *
   * @param contract the contract
   * @param payee the key of the payee whose member it is
   * @param allotment the key of the allotment
   * @param member the number of the member
   * @param shown the masked name, by which the order names it; the account stands sealed
   * @param amount how much
   */
  record Kept(
      ContractId contract,
      String payee,
      String allotment,
      String member,
      String shown,
      Money amount) {

    Transfer transfer(Instant now) {
      String story = story(contract, payee);
      return Transfer.moving(
          key(),
          new AccountName(story, AccountPurpose.MEMBER, member),
          AccountName.of(story, AccountPurpose.PAYOUT),
          amount,
          TransferCode.PAYOUT,
          now);
    }

    PaymentOrderView order(Instant now) {
      return new PaymentOrderView(
          key(),
          story(contract, payee),
          "%s（%s）".formatted(shown, member),
          amount,
          "集体收益分配 " + allotment,
          now,
          Optional.empty());
    }

    private String key() {
      return "payout/%s/%s".formatted(allotment, member);
    }
  }

  private static String story(ContractId contract, String payee) {
    return Story.ofMembers(contract, payee).key();
  }
}
