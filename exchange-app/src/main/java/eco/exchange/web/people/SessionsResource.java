package eco.exchange.web.people;

import eco.exchange.identity.account.Role;
import eco.exchange.identity.secret.RealTime;
import eco.exchange.identity.session.Sessions;
import eco.exchange.identity.session.SignInAnswer;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import eco.exchange.web.problem.HttpProblem;
import eco.exchange.web.problem.Problem;
import eco.exchange.web.problem.ProblemException;
import eco.exchange.web.request.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Signing in and out. */
@Path("/api/v1/sessions")
class SessionsResource {

  private final Sessions sessions;
  private final CurrentActor caller;
  private final Clock clock;

  SessionsResource(Sessions sessions, CurrentActor caller, @RealTime Clock clock) {
    this.sessions = sessions;
    this.caller = caller;
    this.clock = clock;
  }

  /** What a signed-in person holds; the access token goes into the header Authorization. */
  record TokensView(
      String accessToken,
      String tokenType,
      Instant expiresAt,
      String refreshToken,
      Instant refreshExpiresAt) {}

  /** The body of a request to stay in. */
  record Refresh(@Size(min = 1, max = 100) String refreshToken) {

    @Override
    public String toString() {
      return "Refresh[secret]";
    }
  }

  /** Lets somebody in by login and password. */
  @POST
  @PermitAll
  @ResponseStatus(201)
  public Uni<TokensView> signIn(@Valid SignInBody body) {
    return sessions.signIn(body.login(), body.password()).map(this::tokens);
  }

  /** Takes a refresh token, once, for new tokens. */
  @POST
  @Path("refresh")
  @PermitAll
  public Uni<TokensView> refresh(@Valid Refresh body) {
    return sessions.refresh(body.refreshToken()).map(this::tokens);
  }

  /**
   * Who the access token says is here.
   *
   * @param account the person
   * @param party the party for which the person acts
   * @param session the session
   * @param roles what the person may do
   */
  record SessionView(AccountId account, PartyId party, UUID session, Set<Role> roles) {}

  /** Tells whom the access token lets in. It asks nobody but the token. */
  @GET
  @Path("current")
  @Authenticated
  @NonBlocking
  public SessionView current() {
    Actor actor = caller.actor();
    return new SessionView(actor.account(), actor.party(), caller.session(), caller.roles());
  }

  /** Ends the session of the access token. */
  @DELETE
  @Path("current")
  @Authenticated
  public Uni<Void> signOut() {
    return sessions.signOut(caller.session());
  }

  private TokensView tokens(SignInAnswer answer) {
    return switch (answer) {
      case SignInAnswer.SignedIn in ->
          new TokensView(
              in.accessToken(), "Bearer", in.expiresAt(), in.refreshToken(), in.refreshExpiresAt());
      case SignInAnswer.NotKnown no ->
          throw new ProblemException(Problem.of(HttpProblem.SIGN_IN_FAILED));
      case SignInAnswer.MustWait wait ->
          throw ProblemException.passing(
              Problem.of(HttpProblem.TOO_MANY_ATTEMPTS, "Wait until " + wait.until() + "."),
              Duration.between(clock.instant(), wait.until()));
    };
  }
}
