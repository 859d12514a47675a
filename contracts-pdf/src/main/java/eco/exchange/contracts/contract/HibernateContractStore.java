package eco.exchange.contracts.contract;

import eco.exchange.event.MarketEvent;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** The stored contracts in PostgreSQL, through Hibernate Reactive. */
@ApplicationScoped
class HibernateContractStore implements ContractStore {

  /** The code of PostgreSQL for a second row under a unique key. */
  private static final String UNIQUE_VIOLATION = "23505";

  private final Mutiny.SessionFactory sessions;
  private final Outbox outbox;

  HibernateContractStore(Mutiny.SessionFactory sessions, Outbox outbox) {
    this.sessions = sessions;
    this.outbox = outbox;
  }

  @Override
  public Uni<Optional<Contract>> contract(ContractId id) {
    return sessions
        .withSession(session -> session.find(ContractRow.class, id.number()))
        .map(row -> Optional.ofNullable(row).map(ContractRow::contract));
  }

  @Override
  public Uni<Optional<Contract>> contractOf(TradeId trade) {
    return sessions
        .withSession(
            session ->
                session
                    .createSelectionQuery(
                        """
                        from ContractRow where trade = :trade and original is null
                         order by edition desc
                        """,
                        ContractRow.class)
                    .setParameter("trade", trade.code())
                    .setMaxResults(1)
                    .getSingleResultOrNull())
        .map(row -> Optional.ofNullable(row).map(ContractRow::contract));
  }

  @Override
  public Uni<List<Contract>> versions(ContractId original) {
    return sessions
        .withSession(
            session ->
                session
                    .createSelectionQuery(
                        """
                        from ContractRow where number = :number or original = :number
                         order by edition
                        """,
                        ContractRow.class)
                    .setParameter("number", original.number())
                    .getResultList())
        .map(rows -> rows.stream().map(ContractRow::contract).toList());
  }

  @Override
  public Uni<Optional<CertificateView>> certificateOf(TradeId trade) {
    return sessions
        .withSession(session -> session.find(CertificateRow.class, trade.code()))
        .map(row -> Optional.ofNullable(row).map(CertificateRow::view));
  }

  @Override
  public Uni<Optional<byte[]>> paper(String number) {
    return sessions
        .withSession(session -> session.find(PaperRow.class, number))
        .map(row -> Optional.ofNullable(row).map(paper -> paper.body));
  }

  @Override
  public Uni<Boolean> issue(Contract.Issued contract, byte[] paper, MarketEvent event) {
    return kept(
        List.of(
            new ContractRow(contract), new PaperRow(contract.facts().contract().number(), paper)),
        Optional.of(event));
  }

  @Override
  public Uni<Boolean> certify(
      CertificateView certificate, PaperView issued, byte[] paper, MarketEvent event) {
    return kept(
        List.of(
            new CertificateRow(certificate),
            new IssuedRow(issued),
            new PaperRow(issued.number(), paper)),
        Optional.of(event));
  }

  @Override
  public Uni<Optional<PaperView>> issued(String number) {
    return sessions
        .withSession(session -> session.find(IssuedRow.class, number))
        .map(row -> Optional.ofNullable(row).map(IssuedRow::view));
  }

  @Override
  public Uni<Boolean> keep(PaperView issued, byte[] paper) {
    return kept(
        List.of(new IssuedRow(issued), new PaperRow(issued.number(), paper)), Optional.empty());
  }

  private Uni<Boolean> kept(List<Object> rows, Optional<MarketEvent> event) {
    return sessions
        .withTransaction(
            session ->
                session
                    .persistAll(rows.toArray())
                    .chain(session::flush)
                    .chain(() -> tell(session, event)))
        .replaceWith(true)
        .onFailure(HibernateContractStore::isTaken)
        .recoverWithItem(false);
  }

  @Override
  public Uni<Boolean> move(Contract from, Contract to, byte[] paper, Optional<MarketEvent> event) {
    return sessions.withTransaction(
        session ->
            moved(session, from, to)
                .chain(
                    rows ->
                        rows == 1
                            ? told(session, to, paper, event)
                            : Uni.createFrom().item(false)));
  }

  private static Uni<Integer> moved(Mutiny.Session session, Contract from, Contract to) {
    return session
        .createMutationQuery(
            """
            update ContractRow
               set transferorSignedAt = :transferorSignedAt,
                   transfereeSignedAt = :transfereeSignedAt,
                   effectiveAt = :effectiveAt,
                   annulledAt = :annulledAt,
                   version = :next
             where number = :number and version = :version
            """)
        .setParameter("transferorSignedAt", to.signedAt(ContractSide.TRANSFEROR).orElse(null))
        .setParameter("transfereeSignedAt", to.signedAt(ContractSide.TRANSFEREE).orElse(null))
        .setParameter("effectiveAt", to.effectiveAt().orElse(null))
        .setParameter("annulledAt", to.annulledAt().orElse(null))
        .setParameter("next", to.version())
        .setParameter("number", from.facts().contract().number())
        .setParameter("version", from.version())
        .executeUpdate();
  }

  private Uni<Boolean> told(
      Mutiny.Session session, Contract to, byte[] paper, Optional<MarketEvent> event) {
    Uni<Integer> replaced =
        session
            .createMutationQuery("update PaperRow set body = :body where number = :number")
            .setParameter("body", paper)
            .setParameter("number", to.facts().contract().number())
            .executeUpdate();
    return replaced.chain(() -> tell(session, event)).replaceWith(true);
  }

  private Uni<Void> tell(Mutiny.Session session, Optional<MarketEvent> event) {
    return event
        .map(happened -> outbox.write(session, happened))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static boolean isTaken(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof ConstraintViolationException broken
                    && UNIQUE_VIOLATION.equals(broken.getSQLState()));
  }
}
