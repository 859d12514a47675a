package eco.exchange.settlement.collective;

import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The namings of one payee, with all that a decision about them needs to know.
 *
 * @param payee the key of the payee
 * @param terms the terms of its contract; empty if no such contract is in effect
 * @param namings every naming, oldest first
 * @param isPaid whether money has gone out by the one that counts: to members, or in a file to the
 *     bank
 */
record PayeeNamings(
    String payee, Optional<SharingTerms> terms, List<NamingView> namings, boolean isPaid) {

  private static final Set<Principle> OF_COLLECTIVES =
      EnumSet.of(Principle.VILLAGERS, Principle.COLLECTIVE, Principle.OWNS);

  /** Whether a collective can be this payee. */
  boolean isOfCollective() {
    return terms.stream()
        .flatMap(known -> known.payees().stream())
        .filter(known -> known.key().equals(payee))
        .map(Payee::principle)
        .anyMatch(OF_COLLECTIVES::contains);
  }

  /** The naming that counts. */
  Optional<NamingView> current() {
    return namings.stream().filter(NamingView::isConfirmed).reduce((earlier, later) -> later);
  }

  Optional<NamingView> open() {
    return namings.stream().filter(NamingView::isOpen).findFirst();
  }

  Optional<NamingView> numbered(int number) {
    return namings.stream().filter(naming -> naming.number() == number).findFirst();
  }
}
