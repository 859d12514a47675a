package eco.exchange.sharing;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a penalty that the clauses would give to its payer: it goes to others, whoever takes
 * the rest, for who breaks a contract gains nothing by it (Civil Code arts. 577, 585).
 *
 * <p>Every penalty is paid by the transferee, who operates what it has bought. So its payer is each
 * payee that operates, and each of the same name. Its part goes back into the watershed; under
 * terms that name no watershed, to the next ground in order. For example, of a penalty of a hundred
 * yuan of which forty would be the operator's rest, these forty are the watershed's, too.
 *
 * @param payees the payees of the terms, in their order
 */
record DefaultersPart(List<Payee> payees) {

  /** Who takes the part of the payer: the first payee of the first of these grounds. */
  private static final List<Principle> GROUNDS =
      List.of(
          Principle.WATERSHED,
          Principle.OWNS,
          Principle.HOUSEHOLD,
          Principle.COLLECTIVE,
          Principle.VILLAGERS,
          Principle.INVESTS);

  /** What the steps give, where no penalty goes to its payer. */
  List<Entitlement> passedOn(Income income, List<Entitlement> entitlements) {
    Optional<Payee> heir = income == Income.PENALTY ? heir() : Optional.empty();
    return heir.map(
            to ->
                entitlements.stream()
                    .map(given -> payers().contains(given.payee()) ? given.to(to.key()) : given)
                    .toList())
        .orElse(entitlements);
  }

  private Optional<Payee> heir() {
    Set<String> payers = payers();
    return GROUNDS.stream()
        .flatMap(ground -> payees.stream().filter(payee -> payee.principle() == ground))
        .filter(payee -> !payers.contains(payee.key()))
        .findFirst();
  }

  private Set<String> payers() {
    Set<String> names =
        payees.stream()
            .filter(payee -> payee.principle() == Principle.OPERATES)
            .map(Payee::name)
            .collect(toSet());
    return payees.stream()
        .filter(payee -> names.contains(payee.name()))
        .map(Payee::key)
        .collect(toSet());
  }
}
