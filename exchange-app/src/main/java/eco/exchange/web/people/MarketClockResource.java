package eco.exchange.web.people;

import eco.exchange.identity.account.Roles;
import eco.exchange.server.time.MarketTime;
import eco.exchange.web.problem.HttpProblem;
import eco.exchange.web.problem.Problem;
import eco.exchange.web.problem.ProblemException;
import eco.exchange.web.problem.Problems;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time of the market, which in demonstrations can be moved forward. */
@Path("/api/v1/market/clock")
class MarketClockResource {

  private static final Duration STEP_MAX = Duration.ofDays(50 * 365);

  private final MarketTime time;
  private final Clock clock;

  MarketClockResource(MarketTime time, Clock clock) {
    this.time = time;
    this.clock = clock;
  }

  /**
   * The time of the market.
   *
   * @param now the time
   * @param movable whether it can be moved forward here
   */
  record ClockView(Instant now, boolean movable) {}

  /** The body of a request to move the time forward. */
  record Move(Instant to) {}

  /** Tells the time of the market. */
  @GET
  @PermitAll
  public ClockView now() {
    return new ClockView(clock.instant(), time.movable());
  }

  /** Moves the time of the market forward; a moment that is past already changes nothing. */
  @POST
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Blocking
  public ClockView move(@Valid Move body) throws SQLException {
    if (!time.movable()) {
      throw new ProblemException(Problem.of(HttpProblem.CLOCK_NOT_MOVABLE));
    }
    if (body.to().isAfter(clock.instant().plus(STEP_MAX))) {
      throw Problems.unfit("to", "must be at most 50 years ahead");
    }
    return new ClockView(time.moveTo(body.to()), true);
  }
}
