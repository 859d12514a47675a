package eco.exchange.settlement.generalledger;

import eco.exchange.market.TradeId;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.BalanceView;
import eco.exchange.settlement.ledger.BooksView;
import eco.exchange.settlement.ledger.ChainAnswer;
import eco.exchange.settlement.ledger.LedgerRefusal;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferChain;
import eco.exchange.settlement.ledger.TransferEffect;
import eco.exchange.settlement.ledger.TransferView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The ledger below all procedures: transfers, holds and corrections, and what stood where and when.
 *
 * <p>Idempotent: repeating a call returns the first answer, and a chain has one effect.
 */
@ApplicationScoped
public class GeneralLedger {

  private static final int EXPIRED_AT_ONCE = 1_000;

  private final PgPostingStore store;
  private final Clock clock;

  GeneralLedger(PgPostingStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Makes a chain of transfers, all of them or none. What a distribution gives is made by the
   * distribution itself, and by nobody here.
   */
  public Uni<ChainAnswer> post(TransferChain chain) {
    for (int place = 0; place < chain.members().size(); place++) {
      if (chain.members().get(place).effect() instanceof TransferEffect.Share) {
        return Uni.createFrom().item(new ChainAnswer.Refused(place, LedgerRefusal.ESCROW_KEPT));
      }
    }
    return store.post(chain);
  }

  /** Closes an account for ever, and says whether there is one of this name. */
  public Uni<Boolean> close(AccountName account) {
    return store.close(account, clock.instant());
  }

  /** Ends every hold whose time has come, and says how many there were. */
  public Uni<Integer> expire() {
    Instant now = clock.instant();
    return store
        .overdue(now, EXPIRED_AT_ONCE)
        .chain(
            holds ->
                holds.isEmpty()
                    ? Uni.createFrom().item(0)
                    : expired(holds, now).chain(this::expire).map(others -> others + holds.size()));
  }

  // Whoever has ended or resolved one of them meanwhile was first, and that is as well.
  private Uni<Void> expired(List<Transfer> holds, Instant now) {
    return Multi.createFrom()
        .iterable(holds)
        .onItem()
        .transformToUni(
            hold -> store.post(TransferChain.of(hold.expired("expire/" + hold.key(), now))))
        .merge(holds.size())
        .collect()
        .last()
        .replaceWithVoid();
  }

  /**
   * What stood on an account.
   *
   * @param happenedBy counts what had happened in the market by this moment
   * @param recordedBy and of that only what was written by this moment
   */
  public Uni<BalanceView> balance(AccountName account, Instant happenedBy, Instant recordedBy) {
    return store.balance(account, happenedBy, recordedBy);
  }

  /** The transfers of a trade, in the order of the ledger. */
  public Uni<List<TransferView>> transfers(TradeId trade) {
    return store.transfers(trade);
  }

  /** What stands on every account and what it should be, counted anew. */
  public Uni<BooksView> count() {
    return store.count();
  }

  /**
   * All books as a journal of plain-text accounting, which {@code hledger} and its like can read:
   * every transfer and every share, and in the end every balance as it is kept, to be checked.
   */
  public Multi<String> journal() {
    return store.journal();
  }
}
