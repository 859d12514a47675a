package eco.exchange.settlement.allotment;

import eco.exchange.answer.Answer;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Allotments of what contracts give to the members of collectives: split once, by the roster that
 * is fixed at that moment, and each part ordered to be paid. Who has told no account is kept his
 * part until it is told.
 */
@ApplicationScoped
public class Allotments {

  private final PgAllotmentStore store;
  private final PgVillageViews villages;
  private final Clock clock;

  Allotments(PgAllotmentStore store, PgVillageViews villages, Clock clock) {
    this.store = store;
    this.villages = villages;
    this.clock = clock;
  }

  /**
   * Splits whatever the distributions of a contract have given to members and was not split yet.
   * What has no fixed roster waits. Asked again, it does what is left to do.
   *
   * @return what was split by this call
   */
  public Uni<Answer<List<AllotmentView>>> allotDue(ContractId contract) {
    return store.allotDue(contract, clock.instant()).map(Answer::done);
  }

  /**
   * Takes where a member is paid, for the first time or instead of another account, and orders to
   * be paid what was kept; what has come back is ordered anew with the next file for the bank.
   */
  public Uni<Answer<MemberAccountView>> supplyAccount(SupplyAccount account, Actor by) {
    return store.supply(account, by, clock.instant());
  }

  /** The allotments of a payee, oldest first. */
  public Uni<List<AllotmentView>> allotments(ContractId contract, String payee) {
    return store.allotments(contract, payee);
  }

  /** Where the members of a payee are paid, as far as anybody may read it, by number. */
  public Uni<List<MemberAccountView>> accounts(ContractId contract, String payee) {
    return store.accounts(contract, payee);
  }

  /** Whose parts are kept because the bank cannot pay them, by number. */
  public Uni<List<HeldView>> held(ContractId contract, String payee) {
    return store.held(contract, payee);
  }

  /** What the person with this code was given, and why; empty if nobody has it. */
  public Uni<Optional<MemberStatementView>> statement(String codeHash) {
    return villages
        .statement(codeHash)
        .chain(
            found ->
                found
                    .map(statement -> holding(statement).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<MemberStatementView> holding(MemberStatementView statement) {
    return store
        .held(statement.contract(), statement.payee())
        .map(
            held ->
                held.stream()
                    .filter(kept -> kept.member().equals(statement.member()))
                    .map(HeldView::amount)
                    .reduce(Money.ZERO, Money::plus))
        .map(statement::holding);
  }

  /** The collectives that are payees of any contract, by name. */
  public Uni<List<NamedParty>> villages() {
    return villages.all();
  }

  /** What a collective and its members should have got and have got, oldest first. */
  public Uni<List<VillageLine>> village(PartyId collective) {
    return villages.lines(collective);
  }
}
