package eco.exchange.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eco.exchange.acceptance.ContractPerformance;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Participant;
import eco.exchange.acceptance.Sale;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeParties;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.money.Money;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A winner does not sign: the award lapses, and every deposit is accounted for (R-POST-10). */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // each scenario begins with isWonBy
class LosingAnAwardScenarios {

  private static final String DEPOSIT = "320000.00";

  private Market market;
  private TradeParties cast;
  private Sale sale;
  private TradeWalk walk;
  private Counter counter;
  private String path;

  @Test
  void the_winner_does_not_sign_in_time_and_the_runner_up_gets_the_contract() throws Exception {
    isWonByShizhentang("overdue");
    isApproved();
    Participant winner = cast.bidder("shizhentang");
    contractIs("ISSUED");
    counter.decides(cast.transferor(), "transferorSigns", "sign");
    String first = cast.auditor().sees(path + "/contract").path("contract").asText();
    assertThat(counter.isAsked(cast.officer(), "handleOverdue")).as("time to sign").isFalse();
    JsonNode award = winner.sees(path + "/award");
    market.moveTo(Instant.parse(award.path("signBy").asText()).plusSeconds(1));

    counter.decides(cast.officer(), "handleOverdue", "winnerLate");
    assertThat(counter.asks(winner, "transfereeSigns", "", "sign", Map.of()).code())
        .as("nobody signs what may be about to lapse")
        .isEqualTo("LAPSE_PROPOSED");
    counter.decides(cast.manager(), "confirmLapse", "lapse");
    contractIs("ANNULLED");
    counter.decides(cast.officer(), "passOn", "runnerUp");

    sale.isAwarded();
    assertThat(sale.winner()).isEqualTo("enshi");
    assertThat(counter.isAsked(winner, "transfereeSigns")).isFalse();
    isApproved();
    contractIs("ISSUED");
    counter.decides(cast.transferor(), "transferorSigns", "sign");
    counter.decides(cast.bidder("enshi"), "transfereeSigns", "sign");
    contractIs("EFFECTIVE");
    String second = cast.auditor().sees(path + "/contract").path("contract").asText();
    assertThat(second).isNotEqualTo(first);
    ContractPerformance performance = walk.performance(cast, sale);
    performance.isPaid();

    assertThat(deposits()).containsExactly("APPLIED", "FORFEITED", "RELEASED");
    assertThat(orders()).contains("绿葱坡镇人民政府 " + DEPOSIT);
    assertThat(orders().filter(order -> order.endsWith(" " + DEPOSIT))).hasSize(2);
    JsonNode story =
        cast.officer().waitsFor(path, seen -> seen.path("state").asText().equals("CERTIFIED"));
    assertThat(story.at("/result/price/amount").asText()).isEqualTo("1820000.00");
    assertThat(kinds()).containsSubsequence("LotAwarded", "AwardLapsed", "LotAwarded");
    everyFenIsAccountedFor(Money.yuan("1820000.00"));
  }

  @Test
  void a_winner_who_declines_is_succeeded_by_nobody_if_the_centre_so_decides() throws Exception {
    isWonByShizhentang("declined");
    isApproved();
    Participant winner = cast.bidder("shizhentang");
    contractIs("ISSUED");
    counter.decides(winner, "transfereeSigns", "decline");
    counter.decides(cast.manager(), "confirmLapse", "keep");
    counter.decides(winner, "transfereeSigns", "decline");
    counter.decides(cast.manager(), "confirmLapse", "lapse");
    counter.decides(cast.officer(), "passOn", "relist");

    JsonNode story =
        cast.officer().waitsFor(path, seen -> seen.path("state").asText().equals("UNSOLD"));
    assertThat(story.at("/auction/unsold").asText()).isEqualTo("AWARD_LAPSED");
    cast.auditor().waitsFor(path + "/payment-orders", orders -> orders.size() == 3);
    assertThat(deposits()).containsExactly("FORFEITED", "RELEASED", "RELEASED");
    everyFenIsAccountedFor(Money.ZERO);
  }

  @Test
  void the_runner_up_has_its_deposit_back_by_the_last_day_of_the_notice() throws Exception {
    isWonByShizhentang("kept-too-long");
    isApproved();
    contractIs("ISSUED");
    market.moveTo(market.now().plus(Duration.ofDays(60)));

    cast.auditor().waitsFor(path + "/payment-orders", orders -> orders.size() == 2);
    assertThat(deposits()).containsExactly("HELD", "RELEASED", "RELEASED");
    counter.decides(cast.bidder("shizhentang"), "transfereeSigns", "decline");
    counter.decides(cast.manager(), "confirmLapse", "lapse");
    assertThat(counter.asks(cast.officer(), "passOn", "", "runnerUp", Map.of()).code())
        .as("whoever has the deposit back is not bound any more")
        .isEqualTo("DEPOSIT_NOT_HELD");
    counter.decides(cast.officer(), "passOn", "relist");
    cast.officer().waitsFor(path, seen -> seen.path("state").asText().equals("UNSOLD"));
  }

  private void isWonByShizhentang(String tag) throws Exception {
    market = TheMarket.opened();
    TradeFacts facts = TheMarket.named(tag, TradeFacts.badong());
    walk = TheMarket.walk(facts, market);
    cast = walk.cast();
    sale = walk.sale(cast);
    sale.comesToAward();
    assertThat(sale.winner()).isEqualTo("shizhentang");
    counter = new Counter(sale.trade());
    path = "/api/v1/trades/" + sale.trade();
    cast.auditor().waitsFor(path + "/payment-orders", orders -> orders.size() == 1);
    assertThat(deposits()).containsExactly("HELD", "HELD", "RELEASED");
  }

  private void isApproved() {
    counter.decides(cast.officer(), "reviewAward", "approve");
    counter.decides(cast.manager(), "confirmAward", "approve");
  }

  private void contractIs(String state) {
    cast.auditor().waitsFor(path + "/contract", seen -> seen.path("state").asText().equals(state));
  }

  /** The states of the three deposits, in order. */
  private List<String> deposits() {
    return Stream.of("shizhentang", "enshi", "tanwei")
        .map(login -> cast.bidder(login).sees(path + "/deposit-account"))
        .map(account -> account.path("state").asText())
        .sorted()
        .toList();
  }

  private Stream<String> orders() {
    JsonNode orders = cast.auditor().sees(path + "/payment-orders");
    return StreamSupport.stream(orders.spliterator(), false)
        .map(
            order ->
                order.path("beneficiary").asText() + " " + order.at("/amount/amount").asText());
  }

  private Stream<String> kinds() {
    JsonNode happenings = market.publicly(path + "/events?limit=200");
    return StreamSupport.stream(happenings.path("items").spliterator(), false)
        .map(one -> one.path("kind").asText());
  }

  /** What came in is the price, which was shared, and the two deposits that were paid out. */
  private void everyFenIsAccountedFor(Money price) {
    Money in = sum("RECEIPT");
    Money out = sum("PAYOUT");
    Money deposit = Money.yuan(DEPOSIT);
    Money deposits =
        price.isZero() ? deposit.plus(deposit).plus(deposit) : deposit.plus(deposit).plus(price);
    assertThat(in).isEqualTo(deposits);
    assertThat(out.plus(kept())).isEqualTo(in);
    JsonNode books = cast.auditor().sees("/api/v1/books");
    assertThat(books.at("/sum/amount").asText()).isEqualTo("0.00");
    assertThat(books.path("mistaken")).isEmpty();
  }

  /** What is the villagers' waits for their roster, and what is the watershed's is its fund's. */
  private Money kept() {
    JsonNode shared = market.publicly(path + "/distributions");
    return StreamSupport.stream(shared.spliterator(), false)
        .flatMap(one -> StreamSupport.stream(one.path("parts").spliterator(), false))
        .filter(part -> part.path("principle").asText().matches("VILLAGERS|WATERSHED"))
        .map(part -> Money.yuan(part.at("/amount/amount").asText()))
        .reduce(Money.ZERO, Money::plus);
  }

  private Money sum(String code) {
    JsonNode ledger = cast.auditor().sees(path + "/ledger");
    return StreamSupport.stream(ledger.spliterator(), false)
        .filter(transfer -> transfer.path("code").asText().equals(code))
        .map(transfer -> Money.yuan(transfer.at("/amount/amount").asText()))
        .reduce(Money.ZERO, Money::plus);
  }
}
