package eco.exchange.settlement.allotment;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.settlement.allotment.Allotting.FixedRoster;
import eco.exchange.settlement.allotment.Allotting.Line;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.Code;
import eco.exchange.settlement.ledger.Purpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.receipt.PaymentOrderView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The transfers and payment orders by which members get what they were given. */
final class Payouts {

  private final ContractId contract;
  private final String payee;
  private final Instant now;
  private final List<Transfer> transfers = new ArrayList<>();
  private final List<PaymentOrderView> orders = new ArrayList<>();

  Payouts(ContractId contract, String payee, Instant now) {
    this.contract = contract;
    this.payee = payee;
    this.now = now;
  }

  /** Those of an allotment; who has told no account keeps his part here. */
  static Payouts of(AllotmentView view, FixedRoster roster) {
    Payouts payouts = new Payouts(view.roster().contract(), view.roster().payee(), view.at());
    Map<String, Line> lines =
        roster.lines().stream().collect(Collectors.toMap(Line::member, Function.identity()));
    for (AllotmentView.Part part : view.parts()) {
      Line line = lines.get(part.member());
      if (line != null && part.amount().isPositive()) {
        payouts.give(view.key(), part.member(), part.amount());
        if (line.hasAccount()) {
          payouts.pay(view.key(), part.member(), line.shown(), part.amount());
        }
      }
    }
    return payouts;
  }

  List<Transfer> transfers() {
    return transfers;
  }

  List<PaymentOrderView> orders() {
    return orders;
  }

  private void give(String allotment, String member, Money amount) {
    transfers.add(
        Transfer.moving(
            "allot/%s/%s".formatted(allotment, member),
            new AccountName(contract.trade().code(), Purpose.PAYEE, payee),
            account(member),
            amount,
            Code.ALLOTMENT,
            now));
  }

  /** Orders a part to be paid out. The bank is told the masked name; the account stands sealed. */
  void pay(String allotment, String member, String shown, Money amount) {
    String key = "payout/%s/%s".formatted(allotment, member);
    transfers.add(
        Transfer.moving(
            key,
            account(member),
            AccountName.of(story(), Purpose.PAYOUT),
            amount,
            Code.PAYOUT,
            now));
    orders.add(
        new PaymentOrderView(
            key,
            story(),
            "%s（%s）".formatted(shown, member),
            amount,
            "集体收益分配 " + allotment,
            now,
            Optional.empty()));
  }

  // A story of its own: the books of the trade need not know thousands of members.
  private String story() {
    return contract.number() + "/" + payee;
  }

  private AccountName account(String member) {
    return new AccountName(story(), Purpose.MEMBER, member);
  }
}
