package eco.exchange.lab.bench.settlement;

import eco.exchange.answer.Answer;
import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.bench.measure.LoopClients;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.revenue.Revenues;
import eco.exchange.settlement.review.RevenueReview;
import eco.exchange.settlement.sharing.Disbursements;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** The revenues of the contracts of an {@link ContractStock}: looked at, shared and paid out. */
final class IncomeLoad {

  /** What thirty-two clients have under way, sixteen questions each. */
  static final int IN_FLIGHT = 512;

  static final Duration WARM_UP = Duration.ofSeconds(6);

  private final Revenues revenues;
  private final RevenueReview review;
  private final Disbursements disbursements;
  private final LoopClients clients;

  IncomeLoad(
      Revenues revenues, RevenueReview review, Disbursements disbursements, LoopClients clients) {
    this.revenues = revenues;
    this.review = review;
    this.disbursements = disbursements;
    this.clients = clients;
  }

  /**
   * Measures how fast the revenues of contracts are shared, of which a third come before. Looking
   * at what would be shared warms up the reading and the rules, and leaves the contracts.
   */
  void share(int contracts, int after, Figures figures) throws InterruptedException {
    int warm = contracts / 3;
    clients.of(number -> distribute(after + 1 + (int) number), IN_FLIGHT, warm);
    clients.during(
        number -> preview(after + 1 + (int) (number % contracts)), IN_FLIGHT, WARM_UP.toNanos());
    figures.add(
        "distribution_rate",
        clients
            .of(number -> distribute(after + 1 + warm + (int) number), IN_FLIGHT, contracts - warm)
            .rate(),
        "splits/s");
  }

  private Uni<?> preview(int number) {
    return review.preview(contract(number), ContractStock.YEAR).invoke(IncomeLoad::mustBeDone);
  }

  private Uni<?> distribute(int number) {
    return revenues.distribute(contract(number), ContractStock.YEAR).invoke(IncomeLoad::mustBeDone);
  }

  /** Orders to be paid what contracts of these numbers have given. */
  void payOut(int after, int until) throws InterruptedException {
    clients.of(
        number ->
            disbursements.payOut(contract(after + 1 + (int) number)).invoke(IncomeLoad::mustBeDone),
        IN_FLIGHT,
        until - after);
  }

  private static ContractId contract(int number) {
    return new ContractId(ContractStock.trade(number), 1);
  }

  private static void mustBeDone(Answer<?> answer) {
    if (answer instanceof Answer.Refused<?> refused) {
      throw new IllegalStateException("a distribution is refused: " + refused);
    }
  }
}
