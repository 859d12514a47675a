package eco.exchange.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.acceptance.Market;
import eco.exchange.acceptance.Sale;
import eco.exchange.acceptance.TradeFacts;
import eco.exchange.acceptance.TradeParties;
import eco.exchange.acceptance.TradeWalk;
import eco.exchange.sharing.TermsJson;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/**
 * The right of Badong, shared otherwise than the rules demand: with a document that approves it,
 * and with nobody invented to be paid.
 */
@QuarkusTest
class SharingOtherwiseScenarios {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ALL_BACK =
      """
      {"form": "eco.exchange/sharing-terms/1", "currency": "CNY",
       "residue": "LARGEST_REMAINDER_CARRIED_FORWARD",
       "payees": [{"key": "watershed", "name": "庙坪河小流域水土保持专户", "principle": "WATERSHED"}],
       "waterfalls": [
         {"income": "PRICE", "steps": [{"step": "remainder", "payee": "watershed"}]},
         {"income": "REVENUE", "steps": [{"step": "remainder", "payee": "watershed"}]}]}
      """;

  private static final String CASH =
      """
      {"form": "eco.exchange/sharing-terms/1", "currency": "CNY",
       "residue": "LARGEST_REMAINDER_CARRIED_FORWARD",
       "payees": [{"key": "villagers", "name": "庙坪河各村村民", "principle": "VILLAGERS"}],
       "waterfalls": [{"income": "PRICE", "steps": [{"step": "remainder", "payee": "villagers"}]}]}
      """;

  @Test
  void a_deal_that_gives_all_to_the_watershed_comes_to_a_contract() throws Exception {
    isContracted("all-back", ALL_BACK);
  }

  @Test
  void a_pure_sale_with_all_cash_to_the_villagers_comes_to_a_contract() throws Exception {
    isContracted("cash", CASH);
  }

  private static void isContracted(String tag, String terms) throws Exception {
    Market market = TheMarket.opened();
    TradeFacts facts = TheMarket.named(tag, TradeFacts.badong());
    ObjectNode listing = (ObjectNode) facts.json().path("listing");
    listing.put("approval", "巴东县人民政府同意收益分配方案〔2026〕33号(示例)");
    listing.set("terms", JSON.readTree(terms));
    TradeWalk walk = TheMarket.walk(facts, market);
    TradeParties cast = walk.cast();
    Sale sale = walk.sale(cast);
    sale.comesToAward();
    Counter counter = new Counter(sale.trade());
    counter.decides(cast.officer(), "reviewAward", "approve");
    counter.decides(cast.manager(), "confirmAward", "approve");
    JsonNode contract =
        cast.auditor()
            .waitsFor(
                "/api/v1/trades/" + sale.trade() + "/contract",
                seen -> seen.path("state").asText().equals("ISSUED"));
    assertThat(contract.path("termsHash").asText())
        .isEqualTo(TermsJson.hash(TermsJson.read(JSON.readTree(terms).toString())));
  }
}
