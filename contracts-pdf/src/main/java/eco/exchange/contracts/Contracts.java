package eco.exchange.contracts;

import eco.exchange.contracts.clause.Deal;
import eco.exchange.contracts.statement.StatementPaper;
import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.sharing.SealedContract;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Draws contracts, has them signed and sealed, and certifies them. The only door. */
@ApplicationScoped
public class Contracts {

  private final Clock clock;

  Contracts(Clock clock) {
    this.clock = clock;
  }

  /**
   * Draws up the contract of a deal, ready to be signed. The same deal again gives the same
   * contract; another deal under the same number is refused.
   */
  public Uni<Answer<ContractView>> draw(Deal deal) {
    throw new UnsupportedOperationException(deal + " " + clock);
  }

  /** Signs for one of the two parties, with that party's key. Signing again changes nothing. */
  public Uni<Answer<ContractView>> sign(ContractId contract, PartyId party, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Puts the centre's seal on a contract that both have signed; from now on it is in force. */
  public Uni<Answer<ContractView>> seal(ContractId contract, Actor officer) {
    throw new UnsupportedOperationException();
  }

  /**
   * What settlement may know of a contract, read from the stored paper after proving it.
   *
   * <p>Fails with {@link IllegalStateException} if there is no such contract, if it is not in force
   * or if the paper does not prove itself: settlement must then stop, not go on.
   */
  public Uni<SealedContract> sealed(ContractId contract) {
    throw new UnsupportedOperationException();
  }

  /** Issues the transaction certificate once the price is settled (R-POST-7). */
  public Uni<Answer<CertificateView>> certify(ContractId contract, Money price) {
    throw new UnsupportedOperationException();
  }

  /** The contract of a number. */
  public Uni<Optional<ContractView>> contract(ContractId contract) {
    throw new UnsupportedOperationException();
  }

  /** The contract of a trade; of several versions, the latest. */
  public Uni<Optional<ContractView>> contractOf(TradeId trade) {
    throw new UnsupportedOperationException();
  }

  /** The certificate of a trade. */
  public Uni<Optional<CertificateView>> certificateOf(TradeId trade) {
    throw new UnsupportedOperationException();
  }

  /** The paper of a contract as it stands now. */
  public Uni<Optional<byte[]>> pdf(ContractId contract) {
    throw new UnsupportedOperationException();
  }

  /** The paper of the certificate of a trade. */
  public Uni<Optional<byte[]>> certificatePdf(TradeId trade) {
    throw new UnsupportedOperationException();
  }

  /**
   * Prints a statement, sealed by the centre.
   *
   * <p>Fails with {@link IllegalArgumentException} if the parts are not those that the contract's
   * terms give: no paper explains a payment that the contract does not.
   */
  public Uni<byte[]> statementPdf(StatementPaper statement) {
    throw new UnsupportedOperationException();
  }
}
