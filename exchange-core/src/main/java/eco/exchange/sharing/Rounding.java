package eco.exchange.sharing;

import eco.exchange.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The residue rule: the largest remainder first, with what is left carried forward.
 *
 * <p>The sum of all that is carried is always nothing, so the exact amounts that enter a rounding
 * make a whole number of fen, and so do those that leave it.
 */
final class Rounding {

  private Rounding() {}

  static Distribution inWholeFen(
      SharingTerms terms,
      Income income,
      Money whole,
      List<Entitlement> entitlements,
      Map<String, BigDecimal> carried) {
    Map<String, BigDecimal> due = due(terms, entitlements, carried);
    Map<String, Long> paid = floored(due);
    long left = whole.fen() - paid.values().stream().mapToLong(Long::longValue).sum();
    spread(left, due, paid);
    List<Distribution.Part> parts =
        due.keySet().stream().map(payee -> part(payee, paid.getOrDefault(payee, 0L), due)).toList();
    return new Distribution(income, whole, entitlements, parts);
  }

  /** What each payee should get now, in fen: this income's entitlements and what was carried. */
  private static Map<String, BigDecimal> due(
      SharingTerms terms, List<Entitlement> entitlements, Map<String, BigDecimal> carried) {
    Map<String, BigDecimal> due = new LinkedHashMap<>();
    terms.payees().forEach(payee -> due.put(payee.key(), zeroIfAbsent(carried, payee.key())));
    entitlements.forEach(part -> due.merge(part.payee(), part.exact(), BigDecimal::add));
    return due;
  }

  private static BigDecimal zeroIfAbsent(Map<String, BigDecimal> carried, String payee) {
    return carried.getOrDefault(payee, BigDecimal.ZERO);
  }

  // Nobody is asked to pay back: who is ahead by a fraction gets nothing until it is used up.
  private static Map<String, Long> floored(Map<String, BigDecimal> due) {
    Map<String, Long> paid = new LinkedHashMap<>();
    due.forEach(
        (payee, exact) ->
            paid.put(
                payee,
                exact.max(BigDecimal.ZERO).setScale(0, RoundingMode.FLOOR).longValueExact()));
    return paid;
  }

  /** Gives the fen that are left over, or takes back the missing ones, one a payee. */
  private static void spread(long left, Map<String, BigDecimal> due, Map<String, Long> paid) {
    long step = Long.signum(left);
    while (left != 0) {
      String payee = step > 0 ? mostShort(due, paid) : mostAhead(due, paid);
      paid.merge(payee, step, Long::sum);
      left -= step;
    }
  }

  // Lists keep the order of the payees and the sort is stable: that breaks ties.
  private static String mostShort(Map<String, BigDecimal> due, Map<String, Long> paid) {
    List<String> payees = new ArrayList<>(due.keySet());
    payees.sort(
        Comparator.comparing(payee -> shortBy(payee, due, paid), Comparator.reverseOrder()));
    return payees.getFirst();
  }

  private static String mostAhead(Map<String, BigDecimal> due, Map<String, Long> paid) {
    List<String> payees = new ArrayList<>(due.keySet());
    payees.removeIf(payee -> paid.getOrDefault(payee, 0L) == 0);
    payees.sort(Comparator.comparing(payee -> shortBy(payee, due, paid)));
    return payees.getFirst();
  }

  private static BigDecimal shortBy(
      String payee, Map<String, BigDecimal> due, Map<String, Long> paid) {
    return zeroIfAbsent(due, payee).subtract(BigDecimal.valueOf(paid.getOrDefault(payee, 0L)));
  }

  private static Distribution.Part part(String payee, long fen, Map<String, BigDecimal> due) {
    BigDecimal carry = zeroIfAbsent(due, payee).subtract(BigDecimal.valueOf(fen));
    return new Distribution.Part(payee, new Money(fen), carry.stripTrailingZeros());
  }
}
