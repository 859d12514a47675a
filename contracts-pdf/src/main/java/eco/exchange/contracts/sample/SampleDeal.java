package eco.exchange.contracts.sample;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.PartyId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Waterfall;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The deal of Badong of 2024: the right to plant under the forest, 1,000 mu for twenty years; how
 * its revenue is split is made up. Each number makes a deal with a price of its own.
 */
public final class SampleDeal {

  /** When it was awarded. */
  public static final Instant AWARDED = Instant.parse("2026-11-20T03:04:05Z");

  private static final Money RESERVE = Money.yuan("1800000");
  private static final Money PRICE = Money.yuan("1840000");
  private static final Money STEP = Money.yuan("1000");
  private static final String OPERATOR = "时珍堂巴东药业有限公司";

  private SampleDeal() {}

  /** The deal of a number; that of number 0 is the real one. */
  public static Deal numbered(int number) {
    TradeId trade =
        TradeId.of(
            "422823", RightKind.MATERIAL_SUPPLY_RIGHT, LocalDate.of(2026, 10, 9), 1 + number);
    return new Deal(
        new ContractId(trade, 1),
        signatory("绿葱坡镇人民政府", "114228230113562915"),
        signatory(OPERATOR, "91422823MA49A1CD3M"),
        subject(),
        new Deal.Appraisal(RESERVE, "鄂评报字〔2026〕第0117号"),
        sale(PRICE.plus(new Money(Math.multiplyExact(STEP.fen(), number)))),
        terms("巴东县水土保持中心", "庙坪河村股份经济合作社", OPERATOR),
        Optional.of("收益分配比例未公开，文中比例为演示用示例，不代表真实约定。"));
  }

  /** A party without an address of its own. */
  public static Deal.Signatory signatory(String name, String code) {
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new Deal.Signatory(new NamedParty(new PartyId(id), name), code, Optional.empty());
  }

  private static Deal.Subject subject() {
    return new Deal.Subject(
        "庙坪河小流域林下种植经营权",
        RightKind.MATERIAL_SUPPLY_RIGHT,
        new BigDecimal("1000"),
        "mu",
        "422823",
        "庙坪河小流域",
        "湖北省恩施州巴东县绿葱坡镇，东至山脊线，南至庙坪河，西至村道，北至林场界",
        new BigDecimal("66.667"),
        OwnershipClass.COLLECTIVE,
        "鄂（2023）巴东县不动产权第0001234号",
        "林下种植中药材的经营权",
        20,
        "林下种植中药材，不得使用除草剂，不得砍伐乔木。");
  }

  private static Deal.Sale sale(Money price) {
    return new Deal.Sale(
        TradeMethod.ENGLISH_ONLINE,
        "2025-COLLECTIVE-ENGLISH_ONLINE",
        RESERVE,
        price,
        Optional.empty(),
        Money.yuan("360000"),
        Instant.parse("2026-10-09T01:00:00Z"),
        Instant.parse("2026-11-06T16:00:00Z"),
        AWARDED,
        List.of("村民代表会议三分之二以上同意", "绿葱坡镇人民政府批准〔2026〕7号"));
  }

  /** Terms that nobody has agreed on: the price in three parts, the revenue in five. */
  public static SharingTerms terms(String investor, String owner, String operator) {
    return new SharingTerms(
        List.of(
            new Payee("watershed", "小流域水土保持再投入专户", Principle.WATERSHED),
            new Payee("investor", investor, Principle.INVESTS),
            new Payee("owner", owner, Principle.OWNS),
            new Payee("operator", operator, Principle.OPERATES),
            new Payee("fund", "村集体公积公益金", Principle.COLLECTIVE),
            new Payee("villagers", "村民分红专户", Principle.VILLAGERS)),
        List.of(
            new Waterfall(
                Income.PRICE,
                List.of(
                    percent("watershed", "60"),
                    percent("owner", "25"),
                    Step.remainder("investor"))),
            new Waterfall(
                Income.REVENUE,
                List.of(
                    Step.fixed("watershed", Money.yuan("2000")),
                    percent("watershed", "12.5"),
                    percent("investor", "20"),
                    Step.group(
                        "村集体",
                        Percentage.parse("17"),
                        List.of(percent("fund", "33.3333"), Step.remainder("villagers"))),
                    Step.remainder("operator")))));
  }

  private static Step percent(String payee, String percent) {
    return Step.percent(payee, Percentage.parse(percent));
  }
}
