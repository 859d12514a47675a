package eco.exchange.web.json;

import eco.exchange.market.ApplicationId;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.ProductId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.fund.FundId;
import eco.exchange.sharing.Occasion;
import eco.exchange.web.problem.ProblemException;
import eco.exchange.web.problem.Problems;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reading of values of the market from addresses; a name of nothing is not found (404). */
@Provider
public final class AddressValues implements ParamConverterProvider {

  private static final Map<Class<?>, Function<String, ?>> READERS =
      Map.of(
          TradeId.class, TradeId::new,
          ContractId.class, ContractId::parse,
          PartyId.class, PartyId::parse,
          ProductId.class, ProductId::parse,
          ApplicationId.class, ApplicationId::parse,
          FundId.class, FundId::parse,
          Occasion.class, Occasion::parse,
          UUID.class, UUID::fromString);

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, @Nullable Type generic, Annotation @Nullable [] annotations) {
    @Nullable Function<String, ?> reader = READERS.get(type);
    return reader == null ? null : new Name<>(type, reader);
  }

  private record Name<T>(Class<T> type, Function<String, ?> reader) implements ParamConverter<T> {

    @Override
    public T fromString(String text) {
      try {
        return type.cast(reader.apply(text));
      } catch (IllegalArgumentException e) {
        throw new ProblemException(Problems.notFound());
      }
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }
}
