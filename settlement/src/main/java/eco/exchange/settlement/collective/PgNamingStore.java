package eco.exchange.settlement.collective;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.event.MarketEvent;
import eco.exchange.event.RosterEvent.RosterReturned;
import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.outbox.Outbox;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Namings of collectives in PostgreSQL. */
@ApplicationScoped
class PgNamingStore {

  private static final String NAMINGS =
      """
      SELECT naming.contract, naming.payee, naming.number, naming.party, naming.name, naming.reason,
             naming.named_by, naming.named_at, ended.is_confirmed, ended.opinion, ended.decided_by,
             ended.decided_at
        FROM settlement.naming
        LEFT JOIN settlement.naming_end ended USING (contract, payee, number)
       WHERE (naming.contract, naming.payee) = ($1, $2) ORDER BY naming.number
      """;

  /** Members were given their parts, or a payment is in a file to the bank, or was paid by hand. */
  private static final String PAID =
      """
      SELECT EXISTS (SELECT FROM settlement.allotment JOIN settlement.roster USING (roster)
                      WHERE (roster.contract, roster.payee) = ($1, $2))
             OR EXISTS (SELECT FROM settlement.contract
                          JOIN settlement.transfer
                               ON transfer.debit = contract.trade || ':PAYEE:' || $2
                          JOIN settlement.payment_order USING (business_key)
                         WHERE contract.contract = $1
                           AND (EXISTS (SELECT FROM settlement.payment_line
                                         WHERE payment_line.business_key = transfer.business_key)
                                OR EXISTS (SELECT FROM settlement.transfer paid
                                            WHERE paid.business_key
                                                  = 'paid/' || transfer.business_key))) AS is_paid
      """;

  private final Pool pool;
  private final Outbox outbox;

  PgNamingStore(Pool pool, Outbox outbox) {
    this.pool = pool;
    this.outbox = outbox;
  }

  /**
   * Lets a rule decide about the namings of a payee, alone with all that is settled in its trade,
   * and writes what it keeps.
   */
  Uni<Answer<NamingView>> decide(
      ContractId contract,
      String payee,
      Function<PayeeNamings, Decision<Optional<NamingView>, NamingView>> rule) {
    return pool.withTransaction(
        transaction ->
            lock(transaction, contract)
                .chain(() -> ground(transaction, contract, payee))
                .map(rule)
                .chain(decision -> write(transaction, decision)));
  }

  Uni<Optional<BeneficiaryView>> beneficiary(ContractId contract, String payee) {
    return PgBeneficiaries.of(pool, contract, payee);
  }

  Uni<List<NamingView>> namings(ContractId contract, String payee) {
    return list(pool, NAMINGS, Tuple.of(contract.number(), payee), PgNamingStore::naming);
  }

  // One decision at a time about a trade: its row is locked as settlement itself does.
  private static Uni<Void> lock(SqlClient transaction, ContractId contract) {
    return transaction
        .preparedQuery("SELECT FROM settlement.trade WHERE trade = $1 FOR UPDATE")
        .execute(Tuple.of(contract.trade().code()))
        .replaceWithVoid();
  }

  // Who is paid under an amendment can be named before its year begins.
  private static Uni<PayeeNamings> ground(SqlClient client, ContractId contract, String payee) {
    Tuple key = Tuple.of(contract.number(), payee);
    Uni<Optional<SharingTerms>> terms =
        list(
                client,
                """
                SELECT coalesce((SELECT terms_json FROM settlement.amendment
                                  WHERE contract = $1 ORDER BY from_year DESC LIMIT 1),
                                terms_json) AS terms_json
                  FROM settlement.contract WHERE contract = $1
                """,
                Tuple.of(contract.number()),
                row -> TermsJson.read(row.getString("terms_json")))
            .map(found -> found.stream().findFirst());
    return Uni.combine()
        .all()
        .unis(
            terms,
            list(client, NAMINGS, key, PgNamingStore::naming),
            list(client, PAID, key, row -> row.getBoolean("is_paid")))
        .with((known, namings, paid) -> new PayeeNamings(payee, known, namings, paid.getFirst()));
  }

  private Uni<Answer<NamingView>> write(
      SqlClient transaction, Decision<Optional<NamingView>, NamingView> decision) {
    return decision
        .next()
        .map(naming -> write(transaction, naming))
        .orElseGet(() -> Uni.createFrom().item(List.<MarketEvent>of()))
        .chain(
            returned ->
                outbox
                    .write(transaction, decision.events())
                    .chain(() -> outbox.write(transaction, returned)))
        .replaceWith(decision.answer());
  }

  private static Uni<List<MarketEvent>> write(SqlClient transaction, NamingView naming) {
    return naming
        .end()
        .map(end -> end(transaction, naming, end))
        .orElseGet(() -> insert(transaction, naming).map(done -> List.<MarketEvent>of()));
  }

  private static Uni<Void> insert(SqlClient transaction, NamingView naming) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.naming (contract, payee, number, party, name, reason, named_by,
                                           named_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """)
        .execute(
            Tuple.from(
                List.of(
                    naming.contract().number(),
                    naming.payee(),
                    naming.number(),
                    naming.collective().id().id(),
                    naming.collective().name(),
                    naming.reason(),
                    naming.namedBy().id(),
                    utc(naming.namedAt()))))
        .replaceWithVoid();
  }

  private static Uni<List<MarketEvent>> end(
      SqlClient transaction, NamingView naming, NamingView.End end) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.naming_end (contract, payee, number, named_by, is_confirmed,
                                               opinion, decided_by, decided_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """)
        .execute(
            Tuple.from(
                List.of(
                    naming.contract().number(),
                    naming.payee(),
                    naming.number(),
                    naming.namedBy().id(),
                    end.isConfirmed(),
                    end.opinion(),
                    end.decidedBy().id(),
                    utc(end.decidedAt()))))
        .chain(
            () ->
                end.isConfirmed()
                    ? giveRosterBack(transaction, naming, end)
                    : Uni.createFrom().item(List.<MarketEvent>of()));
  }

  /** A roster that another collective is showing goes back to it: nobody may be paid by it. */
  private static Uni<List<MarketEvent>> giveRosterBack(
      SqlClient transaction, NamingView naming, NamingView.End end) {
    return list(
        transaction,
        """
        WITH shown AS (
          SELECT roster, version FROM settlement.roster
           WHERE (contract, payee) = ($1, $2)
             AND NOT EXISTS (SELECT FROM settlement.roster_end ended
                              WHERE ended.roster = roster.roster)),
        given_back AS (
          INSERT INTO settlement.roster_end (roster, is_fixed, opinion, reviewed_by, ended_by,
                                             ended_at)
          SELECT roster, false, $3, $4, $4, $5 FROM shown)
        SELECT version FROM shown ORDER BY version
        """,
        Tuple.of(
            naming.contract().number(),
            naming.payee(),
            naming.reason(),
            end.decidedBy().id(),
            utc(end.decidedAt())),
        row ->
            new RosterReturned(
                naming.contract().trade(),
                naming.contract(),
                naming.payee(),
                row.getInteger("version")));
  }

  private static NamingView naming(Row row) {
    return new NamingView(
        ContractId.parse(row.getString("contract")),
        row.getString("payee"),
        row.getInteger("number"),
        new NamedParty(new PartyId(row.getUUID("party")), row.getString("name")),
        row.getString("reason"),
        new AccountId(row.getUUID("named_by")),
        row.getOffsetDateTime("named_at").toInstant(),
        Optional.ofNullable(row.getBoolean("is_confirmed"))
            .map(
                isConfirmed ->
                    new NamingView.End(
                        isConfirmed,
                        row.getString("opinion"),
                        new AccountId(row.getUUID("decided_by")),
                        row.getOffsetDateTime("decided_at").toInstant())));
  }
}
