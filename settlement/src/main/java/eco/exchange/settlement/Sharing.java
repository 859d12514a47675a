package eco.exchange.settlement;

import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.StatementView;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.Code;
import eco.exchange.settlement.ledger.Purpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.Entitlement;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.SharingTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of sharing: an income leaves the escrow as the clauses of the contract say. */
final class Sharing {

  private Sharing() {}

  /** Shares an income that stands in the escrow, and orders every part to be paid. */
  static Books share(
      Books books, SealedContract sealed, Income income, int year, Money whole, Instant now) {
    Map<String, BigDecimal> carried =
        books.lastDistribution(income).map(DistributionView::carried).orElse(Map.of());
    SharingTerms terms = sealed.terms();
    Distribution shared = terms.distribute(income, whole, carried);
    List<DistributionView.Part> parts =
        shared.parts().stream()
            .map(part -> part(terms.payee(part.payee()), part, carried))
            .toList();
    DistributionView distribution =
        new DistributionView(
            sealed.contract(), income, year, whole, sealed.termsHash(), parts, now);
    Books paid = books.with(new Change.IncomeShared(distribution));
    for (DistributionView.Part part : parts) {
      if (part.amount().isPositive()) {
        paid = paid(paid, distribution, part, now);
      }
    }
    return paid;
  }

  /** Explains to a payee what it was paid; the same terms give the same entitlements again. */
  static Optional<StatementView> statement(
      SealedContract sealed, DistributionView distribution, String payee) {
    List<Entitlement> entitlements =
        sealed
            .terms()
            .distribute(distribution.income(), distribution.whole(), distribution.carriedIn())
            .entitlements();
    return distribution.parts().stream()
        .filter(part -> part.payee().equals(payee))
        .findFirst()
        .map(part -> new StatementView(distribution, part, of(payee, entitlements)));
  }

  private static List<Entitlement> of(String payee, List<Entitlement> entitlements) {
    return entitlements.stream().filter(given -> given.payee().equals(payee)).toList();
  }

  private static DistributionView.Part part(
      Payee payee, Distribution.Part part, Map<String, BigDecimal> carried) {
    return new DistributionView.Part(
        payee.key(),
        payee.name(),
        payee.principle(),
        part.amount(),
        carried.getOrDefault(payee.key(), BigDecimal.ZERO),
        part.carry());
  }

  private static Books paid(
      Books books, DistributionView distribution, DistributionView.Part part, Instant now) {
    String key = distribution.key() + "/" + part.payee();
    AccountName account = books.account(Purpose.PAYEE, part.payee());
    Transfer given =
        Transfer.moving(
                "share/" + key,
                books.account(Purpose.ESCROW),
                account,
                part.amount(),
                Code.DISTRIBUTION,
                now)
            .by(distribution.key());
    String text = "%s %s".formatted(distribution.income().zh(), distribution.key());
    return new Payout("payout/" + key, part.name(), text)
        .from(account, part.amount(), books.with(given), now);
  }
}
