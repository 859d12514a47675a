package eco.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.event.ListingEvent.ListingReturned;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.AccountId;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.Offer;
import eco.exchange.method.Offer.Yearly;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Occasion;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {

  static final TradeId TRADE =
      TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 11, 21), 1);
  static final Instant TIME = Instant.parse("2026-11-21T01:02:03.456789Z");
  static final LotTerms TERMS =
      new LotTerms(
          new Money(1),
          new Money(2),
          new Money(3),
          TIME,
          TIME,
          TIME,
          TIME,
          new MethodTerms.English(Duration.ofMinutes(5), Optional.of(Duration.ofHours(1))),
          "edition");

  /** One value of every type that an event may hold. */
  static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(TradeId.class, TRADE),
          Map.entry(ContractId.class, new ContractId(TRADE, 1)),
          Map.entry(PartyId.class, new PartyId(UUID.randomUUID())),
          Map.entry(AccountId.class, new AccountId(UUID.randomUUID())),
          Map.entry(ApplicationId.class, new ApplicationId(UUID.randomUUID())),
          Map.entry(Money.class, Money.yuan("1116000.01")),
          Map.entry(Occasion.class, new Occasion.Instalment(2)),
          Map.entry(Instant.class, TIME),
          Map.entry(LotTerms.class, TERMS),
          Map.entry(
              Offer.class,
              new Offer(
                  new Money(5), Optional.of(new Yearly(new Money(6), Percentage.parse("12.5"))))),
          Map.entry(Optional.class, Optional.of(new PartyId(UUID.randomUUID()))),
          Map.entry(String.class, "意见 \"quoted\" \u0001 𠮷"),
          Map.entry(boolean.class, true),
          Map.entry(int.class, 7),
          Map.entry(long.class, 3_000_000_000L));

  static Stream<Class<?>> kinds() {
    return records(MarketEvent.class);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_kind_of_event_is_read_back_as_it_was_written(Class<?> kind) throws Exception {
    RecordComponent[] components = kind.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    Constructor<?> constructor = kind.getDeclaredConstructor(types);
    Object[] values = Arrays.stream(types).map(VALUES::get).toArray();
    MarketEvent event = (MarketEvent) constructor.newInstance(values);
    assertThat(EventJson.read(EventJson.kind(event), EventJson.write(event))).isEqualTo(event);
  }

  @Test
  void an_event_is_stored_under_the_name_of_its_record_which_no_other_subject_uses() {
    assertThat(EventJson.kind(new ListingReturned(TRADE, "opinion"))).isEqualTo("ListingReturned");
    assertThat(kinds().map(Class::getSimpleName)).doesNotHaveDuplicates();
  }

  @Test
  void an_unknown_kind_and_a_broken_body_are_our_own_mistake() {
    assertThatThrownBy(() -> EventJson.read("MoonRisen", "{}"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> EventJson.read("ListingReturned", "{\"trade\":"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Stream<Class<?>> records(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(type -> type.isSealed() ? records(type) : Stream.of(type));
  }
}
