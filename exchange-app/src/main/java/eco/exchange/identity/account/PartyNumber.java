package eco.exchange.identity.account;

import eco.exchange.market.CitizenNumber;
import eco.exchange.market.CreditCode;
import java.time.LocalDate;
import java.util.Optional;

/** The number by which the state knows a party. */
sealed interface PartyNumber {

  /** The number of a body. */
  record OfBody(CreditCode code) implements PartyNumber {}

  /** The number of a person. */
  record OfPerson(CitizenNumber number) implements PartyNumber {}

  /** Reads the number of a party; empty if it does not check. */
  static Optional<PartyNumber> read(PartyKind kind, String number, LocalDate today) {
    return switch (kind) {
      case INDIVIDUAL -> CitizenNumber.of(number, today).map(OfPerson::new);
      case ENTERPRISE, COLLECTIVE, AUTHORITY -> CreditCode.of(number).map(OfBody::new);
    };
  }

  /** The number as others may see it. */
  default String shown() {
    return switch (this) {
      case OfBody body -> body.code().code();
      case OfPerson person -> person.number().masked();
    };
  }
}
