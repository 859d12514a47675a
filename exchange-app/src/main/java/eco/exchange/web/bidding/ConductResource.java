package eco.exchange.web.bidding;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.bidding.desk.CentreAct;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.RequestKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The acts of the centre at an auction: the secret floor, and the points of each sealed offer. */
@Path("/api/v1")
class ConductResource {

  private static final int PADDLES_MAX = 1_000;
  private static final int PADDLE_MAX = 20;
  private static final int CRITERIA_MAX = 20;

  private final Bidding bidding;
  private final RequestKey key;
  private final CurrentActor caller;

  ConductResource(Bidding bidding, RequestKey key, CurrentActor caller) {
    this.bidding = bidding;
    this.key = key;
    this.caller = caller;
  }

  /** The body of a request to enter the floor. */
  record Floor(Money price) {}

  /** The body of a request to enter points, in hundredths, for each criterion in its order. */
  record Scores(
      @Size(max = PADDLES_MAX)
          Map<
                  @Size(max = PADDLE_MAX) String,
                  @NotNull @Size(max = CRITERIA_MAX) List<@NotNull Integer>>
              byPaddle) {}

  /** Enters the secret floor below which nothing is sold. */
  @POST
  @Path("trades/{trade}/floor")
  @RolesAllowed(Roles.MANAGER)
  @ResponseStatus(201)
  public Uni<BidAnswer> floor(@PathParam("trade") TradeId trade, @Valid Floor body) {
    return conduct(trade, new Act.Floor(body.price()));
  }

  /** Enters the points of the sealed offers, before anybody sees a price. */
  @POST
  @Path("trades/{trade}/scores")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER})
  @ResponseStatus(201)
  public Uni<BidAnswer> scores(@PathParam("trade") TradeId trade, @Valid Scores body) {
    return conduct(trade, new Act.Scores(body.byPaddle()));
  }

  // At a lot the centre is one hand; the keys of two officers must not meet there.
  private Uni<BidAnswer> conduct(TradeId trade, Act act) {
    String name = caller.actor().account() + ":" + key.key();
    return bidding.conduct(new CentreAct(trade, act, name)).map(BidAnswers::taken);
  }
}
