package eco.exchange.web.contract;

import eco.exchange.bidding.award.Awards;
import eco.exchange.contracts.contract.CertificateView;
import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.contracts.issue.DealConfirmation;
import eco.exchange.market.TradeId;
import eco.exchange.tradefile.paper.CentrePapers;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.ViewingRights;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The contracts, for their two parties and for those who watch over the market. */
@Path("/api/v1")
class ContractsResource {

  private final Contracts contracts;
  private final Awards awards;
  private final CentrePapers desk;
  private final CurrentActor caller;

  ContractsResource(Contracts contracts, Awards awards, CentrePapers desk, CurrentActor caller) {
    this.contracts = contracts;
    this.awards = awards;
    this.desk = desk;
    this.caller = caller;
  }

  /** The contract of a trade, and how far it is. */
  @GET
  @Path("trades/{trade}/contract")
  @Authenticated
  public Uni<ContractView> contract(@PathParam("trade") TradeId trade) {
    return visible(trade).map(Problems::found);
  }

  /**
   * The paper of the contract, as it stands now.
   *
   * @param language 'en' for a reading copy of the sealed contract, in Chinese and English
   */
  @GET
  @Path("trades/{trade}/contract.pdf")
  @Authenticated
  @Produces(PaperResponse.PDF)
  public Uni<Response> paper(
      @PathParam("trade") TradeId trade,
      @QueryParam("language") @DefaultValue("zh") @Pattern(regexp = "zh|en") String language) {
    return visible(trade)
        .map(Problems::found)
        .chain(contract -> language.equals("en") ? readingCopy(contract) : original(contract));
  }

  private Uni<Response> original(ContractView contract) {
    return contracts
        .pdf(contract.contract())
        .map(Problems::found)
        .map(pdf -> PaperResponse.paper(pdf, contract.contract().number() + ".pdf"));
  }

  private Uni<Response> readingCopy(ContractView contract) {
    return contracts
        .readingCopy(contract.contract())
        .map(Problems::done)
        .map(pdf -> PaperResponse.paper(pdf, contract.contract().number() + "-EN.pdf"));
  }

  /** The transaction certificate (交易凭证). */
  @GET
  @Path("trades/{trade}/certificate")
  @Authenticated
  public Uni<CertificateView> certificate(@PathParam("trade") TradeId trade) {
    return visible(trade)
        .map(Problems::found)
        .chain(contract -> contracts.certificateOf(trade).map(Problems::found));
  }

  /** The paper of the certificate. */
  @GET
  @Path("trades/{trade}/certificate.pdf")
  @Authenticated
  @Produces(PaperResponse.PDF)
  public Uni<Response> certificatePaper(@PathParam("trade") TradeId trade) {
    return visible(trade)
        .map(Problems::found)
        .chain(contract -> contracts.certificatePdf(trade).map(Problems::found))
        .map(pdf -> PaperResponse.paper(pdf, trade + "-certificate.pdf"));
  }

  /** The letter by which the winner of a lot is confirmed (成交确认书). */
  @GET
  @Path("trades/{trade}/confirmation.pdf")
  @Authenticated
  @Produces(PaperResponse.PDF)
  public Uni<Response> confirmation(@PathParam("trade") TradeId trade) {
    ViewingRights onlookers = ViewingRights.of(caller);
    return awards
        .award(trade)
        .map(Problems::found)
        .chain(desk::confirmation)
        .map(found -> found.filter(letter -> isFor(letter, onlookers)))
        .map(Problems::found)
        .chain(contracts::issue)
        .map(pdf -> PaperResponse.paper(pdf, trade + "-confirmation.pdf"));
  }

  private static boolean isFor(DealConfirmation letter, ViewingRights onlookers) {
    return onlookers.maySee(letter.transferor().id(), letter.transferee().id());
  }

  private Uni<Optional<ContractView>> visible(TradeId trade) {
    ViewingRights onlookers = ViewingRights.of(caller);
    return contracts.contractOf(trade).map(found -> found.filter(onlookers::maySee));
  }
}
