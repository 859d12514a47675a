package eco.exchange.web.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import eco.exchange.market.AccountId;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.CitizenNumber;
import eco.exchange.market.ContractId;
import eco.exchange.market.CreditCode;
import eco.exchange.market.PartyId;
import eco.exchange.market.ProductId;
import eco.exchange.market.TradeId;
import eco.exchange.method.MethodTerms;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import eco.exchange.settlement.fund.FundId;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.SharingTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** The module of Jackson that writes and reads the values of the market. */
final class MarketModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  MarketModule() {
    super("market");
    ids();
    text(Occasion.class, Occasion::parse, "must be PRICE, INSTALMENT-2 or a year");
    text(CreditCode.class, CreditCode::new, "must be a unified social credit code that checks");
    times();
    // Never read: a citizen number is only ever shown, and then masked.
    addSerializer(CitizenNumber.class, ToStringSerializer.instance);
    addSerializer(Rational.class, ToStringSerializer.instance);
    addSerializer(BigDecimal.class, new DecimalJson.Writer());
    addDeserializer(
        BigDecimal.class,
        new TextValue<>(
            BigDecimal.class,
            DecimalJson::read,
            "must be a decimal number as a text: \"36000.5\""));
    addSerializer(Money.class, new MoneyJson.Writer());
    addDeserializer(Money.class, new MoneyJson.Reader());
    addSerializer(SharingTerms.class, new TermsStructure.Writer());
    addDeserializer(SharingTerms.class, new TermsStructure.Reader());
    addDeserializer(Percentage.class, new ShareJson());
    addDeserializer(MethodTerms.class, new MethodStructure.Reader());
    setMixInAnnotation(MethodTerms.class, MethodStructure.Named.class);
    registerSubtypes(MethodStructure.names());
  }

  private void ids() {
    text(TradeId.class, TradeId::new, "must be the code of a trade");
    text(ContractId.class, ContractId::parse, "must be the number of a contract");
    text(PartyId.class, PartyId::parse, "must be the UUID of a party");
    text(AccountId.class, AccountId::parse, "must be the UUID of an account");
    text(ProductId.class, ProductId::parse, "must be the UUID of a product");
    text(ApplicationId.class, ApplicationId::parse, "must be the UUID of an application");
    text(FundId.class, FundId::parse, "must be the number of a fund");
  }

  private void times() {
    text(Instant.class, Instant::parse, "must be a time by RFC 3339: \"2026-11-21T09:00:00Z\"");
    text(Duration.class, Duration::parse, "must be a length of time by ISO 8601: \"PT5M\"");
  }

  private <T> void text(Class<T> type, Function<String, T> read, String must) {
    addSerializer(type, ToStringSerializer.instance);
    addDeserializer(type, new TextValue<>(type, read, must));
  }
}
