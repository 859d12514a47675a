package eco.exchange.web.request;

import eco.exchange.identity.account.Role;
import eco.exchange.market.PartyId;
import eco.exchange.web.problem.Problems;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The reader of the access token of a request that is served without a resource. */
@Singleton
public final class BearerTokens {

  private static final String BEARER = "Bearer ";

  private final JWTParser parser;

  BearerTokens(JWTParser parser) {
    this.parser = parser;
  }

  /**
   * The party for which somebody asks who has a role.
   *
   * @throws eco.exchange.web.problem.ProblemException if the caller is not signed in, or has
   *     another role
   */
  public PartyId partyOf(HttpServerRequest request, Role role) {
    JsonWebToken token = token(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (!token.getGroups().contains(role.name())) {
      throw Problems.roleMissing();
    }
    return PartyId.parse(token.getClaim(CurrentActor.PARTY));
  }

  private JsonWebToken token(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw Problems.notSignedIn();
    }
    try {
      return parser.parse(header.substring(BEARER.length()).strip());
    } catch (ParseException unbelievable) {
      throw Problems.notSignedIn();
    }
  }
}
