package eco.exchange.identity.session;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The caller of a proved token, with its claims read once.
 *
 * <p>The library finds out that a claim is one of our own by an exception with its whole trace, at
 * every reading; that alone would cost more than all else that is done with a token.
 */
final class TokenCaller extends JWTCallerPrincipal {

  private final Map<String, Object> claims;

  private TokenCaller(String token, Map<String, Object> claims) {
    super(token, "JWT");
    this.claims = Map.copyOf(claims);
  }

  static TokenCaller of(JsonWebToken proved) {
    Map<String, Object> claims = new HashMap<>();
    for (String name : proved.getClaimNames()) {
      @Nullable Object claim = proved.getClaim(name);
      if (claim != null) {
        claims.put(name, claim);
      }
    }
    claims.put(Claims.raw_token.name(), proved.getRawToken());
    return new TokenCaller(proved.getRawToken(), claims);
  }

  @Override
  protected Collection<String> doGetClaimNames() {
    return claims.keySet();
  }

  @Override
  protected @Nullable Object getClaimValue(String name) {
    return claims.get(name);
  }
}
