package eco.exchange.contracts.contract;

import eco.exchange.event.MarketEvent;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps contracts in memory, one change at a time. */
public final class MemoryContractStore implements ContractStore {

  final Map<String, Contract> contracts = new HashMap<>();
  final Map<String, byte[]> papers = new HashMap<>();
  final Map<TradeId, CertificateView> certificates = new HashMap<>();
  final Map<String, PaperView> issued = new HashMap<>();
  public final List<MarketEvent> events = new ArrayList<>();

  @Override
  public synchronized Uni<Optional<Contract>> contract(ContractId id) {
    return Uni.createFrom().item(Optional.ofNullable(contracts.get(id.number())));
  }

  @Override
  public synchronized Uni<Optional<Contract>> contractOf(TradeId trade) {
    Optional<Contract> latest =
        contracts.values().stream()
            .filter(contract -> contract.facts().contract().trade().equals(trade))
            .filter(contract -> contract.facts().amends().isEmpty())
            .max(Comparator.comparing(contract -> contract.facts().contract().version()));
    return Uni.createFrom().item(latest);
  }

  @Override
  public synchronized Uni<List<Contract>> versions(ContractId original) {
    List<Contract> versions =
        contracts.values().stream()
            .filter(version -> originalOf(version.facts()).equals(original))
            .sorted(Comparator.comparing(version -> version.facts().contract().version()))
            .toList();
    return Uni.createFrom().item(versions);
  }

  private static ContractId originalOf(ContractFacts facts) {
    return facts.amends().map(AmendmentLinkView::original).orElse(facts.contract());
  }

  @Override
  public synchronized Uni<Optional<CertificateView>> certificateOf(TradeId trade) {
    return Uni.createFrom().item(Optional.ofNullable(certificates.get(trade)));
  }

  @Override
  public synchronized Uni<Optional<byte[]>> paper(String number) {
    return Uni.createFrom().item(Optional.ofNullable(papers.get(number)));
  }

  @Override
  public synchronized Uni<Boolean> issue(
      Contract.Issued contract, byte[] paper, MarketEvent event) {
    String number = contract.facts().contract().number();
    boolean isFollowed =
        contracts.values().stream()
            .filter(version -> !(version instanceof Contract.Annulled))
            .flatMap(version -> version.facts().amends().stream())
            .map(AmendmentLinkView::previous)
            .anyMatch(
                previous ->
                    contract
                        .facts()
                        .amends()
                        .map(AmendmentLinkView::previous)
                        .equals(Optional.of(previous)));
    boolean isNew = !isFollowed && contracts.putIfAbsent(number, contract) == null;
    if (isNew) {
      papers.put(number, paper);
      events.add(event);
    }
    return Uni.createFrom().item(isNew);
  }

  @Override
  public synchronized Uni<Boolean> move(
      Contract from, Contract to, byte[] paper, Optional<MarketEvent> event) {
    String number = from.facts().contract().number();
    boolean isStill = contracts.replace(number, from, to);
    if (isStill) {
      papers.put(number, paper);
      event.ifPresent(events::add);
    }
    return Uni.createFrom().item(isStill);
  }

  @Override
  public synchronized Uni<Boolean> certify(
      CertificateView certificate, PaperView paper, byte[] bytes, MarketEvent event) {
    boolean isNew = certificates.putIfAbsent(certificate.contract().trade(), certificate) == null;
    if (isNew) {
      issued.put(paper.number(), paper);
      papers.put(paper.number(), bytes);
      events.add(event);
    }
    return Uni.createFrom().item(isNew);
  }

  @Override
  public synchronized Uni<Optional<PaperView>> issued(String number) {
    return Uni.createFrom().item(Optional.ofNullable(issued.get(number)));
  }

  @Override
  public synchronized Uni<Boolean> keep(PaperView paper, byte[] bytes) {
    boolean isNew = issued.putIfAbsent(paper.number(), paper) == null;
    if (isNew) {
      papers.put(paper.number(), bytes);
    }
    return Uni.createFrom().item(isNew);
  }
}
