package eco.exchange.contracts.contract;

import eco.exchange.event.MarketEvent;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The stored contracts, certificates and papers.
 *
 * <p>Each change is one transaction with its paper and its event. A change that comes too late, for
 * somebody else was faster, answers false and has changed nothing: read again and decide again.
 */
public interface ContractStore {

  Uni<Optional<Contract>> contract(ContractId id);

  /** The contract of a trade, without its amendments; of several, the latest. */
  Uni<Optional<Contract>> contractOf(TradeId trade);

  /** A contract and every amendment of it, in the order of their numbers. */
  Uni<List<Contract>> versions(ContractId original);

  Uni<Optional<CertificateView>> certificateOf(TradeId trade);

  /** The paper of a contract or certificate, by its number. */
  Uni<Optional<byte[]>> paper(String number);

  /** Keeps a new version; false if there is one of this number, or one that follows the same. */
  Uni<Boolean> issue(Contract.Issued contract, byte[] paper, MarketEvent event);

  /** Moves a contract on; false if it is no longer as it was. */
  Uni<Boolean> move(Contract from, Contract to, byte[] paper, Optional<MarketEvent> event);

  /** Keeps a new certificate; false if the trade has one. */
  Uni<Boolean> certify(
      CertificateView certificate, PaperView issued, byte[] paper, MarketEvent event);

  /** A paper of the centre by its number. */
  Uni<Optional<PaperView>> issued(String number);

  /** Keeps a new paper of the centre; false if there is one of this number. */
  Uni<Boolean> keep(PaperView issued, byte[] paper);
}
