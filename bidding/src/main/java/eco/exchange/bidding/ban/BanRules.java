package eco.exchange.bidding.ban;

import eco.exchange.answer.Refusal;
import eco.exchange.market.CreditCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules of what an entry of the ban list must tell. */
final class BanRules {

  private BanRules() {}

  static List<Refusal> faults(Ban ban) {
    List<Refusal> faults = new ArrayList<>();
    if (!texts(ban).allMatch(BanRules::isText)) {
      String rule = "each text has 1 to %d characters".formatted(Ban.TEXT_MAX);
      faults.add(new Refusal(BanRefusal.BAN_TEXT_INVALID, rule));
    }
    if (ban.subject().party().isEmpty() && CreditCode.of(ban.subject().code()).isEmpty()) {
      String rule = "a body is named by its credit code, a person by the registered party";
      faults.add(new Refusal(BanRefusal.SUBJECT_UNCLEAR, rule));
    }
    if (ban.acts().isEmpty()
        || ban.from().isBefore(ban.decidedOn())
        || ban.until().filter(end -> end.isBefore(ban.from())).isPresent()) {
      String rule = "decided, begun and ended in this order, and forbidding something";
      faults.add(new Refusal(BanRefusal.BAN_EMPTY, rule));
    }
    return faults;
  }

  static boolean isText(String text) {
    return !text.isBlank() && text.length() <= Ban.TEXT_MAX;
  }

  private static Stream<String> texts(Ban ban) {
    return Stream.of(
        ban.subject().name(),
        ban.subject().code(),
        ban.type(),
        ban.role(),
        ban.reason(),
        ban.authority(),
        ban.document());
  }
}
