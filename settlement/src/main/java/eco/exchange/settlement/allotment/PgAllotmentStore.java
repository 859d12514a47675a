package eco.exchange.settlement.allotment;

import static eco.exchange.settlement.PgLedgerStore.list;
import static eco.exchange.settlement.PgLedgerStore.utc;
import static eco.exchange.settlement.roster.RosterRefusal.ACCOUNT_KNOWN;
import static eco.exchange.settlement.roster.RosterRefusal.MEMBER_UNKNOWN;
import static eco.exchange.settlement.roster.RosterRefusal.NOT_THE_COLLECTIVE;

import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.settlement.PgLedgerStore;
import eco.exchange.settlement.PgReceiptStore;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.receipt.PaymentOrderView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Allotments in PostgreSQL, each written with the transfers and payment orders that it makes. */
@ApplicationScoped
class PgAllotmentStore {

  /** Of each member: what was given and not paid out. */
  private static final String KEPT =
      """
      SELECT allotment.allotment, allotment.contract, allotment.payee, part.member, part.amount_fen
        FROM (SELECT allotment.allotment, roster.contract, roster.payee, allotment.number
                FROM settlement.allotment JOIN settlement.roster USING (roster)
               WHERE (roster.contract, roster.payee) = ($1, $2)) allotment
        JOIN settlement.allotment_part part USING (allotment)
       WHERE part.amount_fen > 0
         AND NOT EXISTS (SELECT FROM settlement.transfer
                          WHERE business_key = 'payout/' || part.allotment || '/' || part.member)
      """;

  /** The last line of each member on any fixed roster of a payee, by which it is named. */
  private static final String SHOWN =
      """
      SELECT DISTINCT ON (member.member) member.member, member.shown, member.has_account
        FROM settlement.roster JOIN settlement.roster_end USING (roster)
        JOIN settlement.roster_member member USING (roster)
       WHERE (roster.contract, roster.payee) = ($1, $2) AND is_fixed
       ORDER BY member.member, roster.version DESC
      """;

  private static final String ONE =
      """
      SELECT shown, has_account
             OR EXISTS (SELECT FROM settlement.member_account told
                         WHERE (told.contract, told.payee, told.member) = ($1, $2, $3))
               AS has_account
        FROM (%s) shown WHERE member = $3
      """;

  private final Pool pool;

  PgAllotmentStore(Pool pool) {
    this.pool = pool;
  }

  Uni<List<AllotmentView>> allotDue(ContractId contract, Instant now) {
    return pool.withTransaction(
        transaction ->
            lock(transaction, contract)
                .chain(() -> PgDueStore.of(transaction, contract))
                .chain(
                    due -> {
                      List<AllotmentView> made = due.all(now);
                      return write(transaction, made, due).replaceWith(made);
                    }));
  }

  Uni<Answer<HeldView>> supply(SupplyAccount told, Actor by, Instant now) {
    return pool.withTransaction(
        transaction ->
            lock(transaction, told.contract())
                .chain(() -> kept(transaction, told))
                .chain(kept -> supply(transaction, told, kept, by, now)));
  }

  Uni<List<HeldView>> held(ContractId contract, String payee) {
    return list(
        pool,
        """
        SELECT shown.member, shown.shown, sum(kept.amount_fen)::bigint AS amount_fen,
               count(*)::int AS parts
          FROM (%s) kept JOIN (%s) shown USING (member)
         GROUP BY shown.member, shown.shown ORDER BY shown.member
        """
            .formatted(KEPT, SHOWN),
        Tuple.of(contract.number(), payee),
        PgAllotmentStore::held);
  }

  Uni<List<AllotmentView>> allotments(ContractId contract, String payee) {
    return PgDueStore.allotments(pool, contract, payee);
  }

  /** What stands for a member who tells an account. */
  private record Kept(Optional<PartyId> collective, Optional<Line> member, List<Part> parts) {}

  private record Line(String shown, boolean hasAccount) {}

  private record Part(String allotment, Money amount) {}

  private static Uni<Kept> kept(SqlClient transaction, SupplyAccount told) {
    Tuple key = Tuple.of(told.contract().number(), told.payee(), told.member());
    return Uni.combine()
        .all()
        .unis(
            list(
                transaction,
                "SELECT party FROM settlement.beneficiary WHERE (contract, payee) = ($1, $2)",
                Tuple.of(told.contract().number(), told.payee()),
                row -> new PartyId(row.getUUID("party"))),
            list(
                transaction,
                ONE.formatted(SHOWN),
                key,
                row -> new Line(row.getString("shown"), row.getBoolean("has_account"))),
            list(
                transaction,
                "SELECT * FROM (%s) kept WHERE member = $3 ORDER BY allotment".formatted(KEPT),
                key,
                row -> new Part(row.getString("allotment"), new Money(row.getLong("amount_fen")))))
        .with(
            (parties, lines, parts) ->
                new Kept(parties.stream().findFirst(), lines.stream().findFirst(), parts));
  }

  private static Uni<Answer<HeldView>> supply(
      SqlClient transaction, SupplyAccount told, Kept kept, Actor by, Instant now) {
    if (kept.collective().filter(by.party()::equals).isEmpty()) {
      return refused(Answer.refused(NOT_THE_COLLECTIVE, "its own collective tells it"));
    }
    if (kept.member().isEmpty()) {
      return refused(Answer.refused(MEMBER_UNKNOWN, "no member " + told.member()));
    }
    if (kept.member().get().hasAccount()) {
      return refused(Answer.refused(ACCOUNT_KNOWN, "an account is known"));
    }
    Payouts payouts = new Payouts(told.contract(), told.payee(), now);
    kept.parts()
        .forEach(
            part ->
                payouts.pay(
                    part.allotment(), told.member(), kept.member().get().shown(), part.amount()));
    Money all = kept.parts().stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
    HeldView paid =
        new HeldView(told.member(), kept.member().get().shown(), all, kept.parts().size());
    return keep(transaction, told, by, now)
        .chain(() -> write(transaction, payouts.transfers(), payouts.orders(), now))
        .replaceWith(Answer.done(paid));
  }

  private static Uni<Answer<HeldView>> refused(Answer<HeldView> answer) {
    return Uni.createFrom().item(answer);
  }

  private static Uni<Void> keep(SqlClient transaction, SupplyAccount told, Actor by, Instant now) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.member_account (contract, payee, member, sealed, supplied_by,
                                                   supplied_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """)
        .execute(
            Tuple.of(
                told.contract().number(),
                told.payee(),
                told.member(),
                told.sealedAccount(),
                by.account().id(),
                utc(now)))
        .replaceWithVoid();
  }

  private static Uni<Void> write(SqlClient transaction, List<AllotmentView> made, Allotting due) {
    List<Transfer> transfers = new ArrayList<>();
    List<PaymentOrderView> orders = new ArrayList<>();
    for (AllotmentView view : made) {
      Payouts payouts = Payouts.of(view, due.roster(view));
      transfers.addAll(payouts.transfers());
      orders.addAll(payouts.orders());
    }
    return made.isEmpty()
        ? Uni.createFrom().voidItem()
        : PgDueStore.write(transaction, made)
            .chain(() -> write(transaction, transfers, orders, made.getFirst().at()));
  }

  private static Uni<Void> write(
      SqlClient transaction,
      List<Transfer> transfers,
      List<PaymentOrderView> orders,
      Instant recordedAt) {
    return PgLedgerStore.write(transaction, transfers, recordedAt)
        .chain(() -> PgReceiptStore.writeOrders(transaction, orders));
  }

  private static Uni<Void> lock(SqlClient transaction, ContractId contract) {
    return transaction
        .preparedQuery("SELECT FROM settlement.trade WHERE trade = $1 FOR UPDATE")
        .execute(Tuple.of(contract.trade().code()))
        .replaceWithVoid();
  }

  private static HeldView held(Row row) {
    return new HeldView(
        row.getString("member"),
        row.getString("shown"),
        new Money(row.getLong("amount_fen")),
        row.getInteger("parts"));
  }
}
