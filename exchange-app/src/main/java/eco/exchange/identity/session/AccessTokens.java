package eco.exchange.identity.session;

import eco.exchange.identity.account.AccountView;
import eco.exchange.identity.account.Role;
import eco.exchange.identity.secret.TokenKeys;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.build.Jwt;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The access tokens (JWT, ES256): how they are written, and what a token must show to be believed.
 */
@Singleton
class AccessTokens {

  static final Duration LIFE = Duration.ofMinutes(15);

  private static final String ISSUER = "urn:eco-exchange";
  private static final String AUDIENCE = "urn:eco-exchange:api";
  private static final int CLOCK_SKEW_SECONDS = 30;

  private final TokenKeys keys;

  AccessTokens(TokenKeys keys) {
    this.keys = keys;
  }

  /** The token of one session of an account, from now for a quarter of an hour. */
  String write(AccountView account, UUID session, Instant now) {
    Set<String> groups = account.roles().stream().map(Role::name).collect(Collectors.toSet());
    return Jwt.issuer(ISSUER)
        .audience(AUDIENCE)
        .subject(account.account().toString())
        .upn(account.login())
        .groups(groups)
        .claim("party", account.party().party().toString())
        .claim("sid", session.toString())
        .issuedAt(now)
        .expiresAt(now.plus(LIFE))
        .jws()
        .algorithm(SignatureAlgorithm.ES256)
        .sign(keys.signing());
  }

  /** What is demanded of every token that is shown. */
  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  JWTAuthContextInfo demands() {
    JWTAuthContextInfo demands = new JWTAuthContextInfo(keys.verifying(), ISSUER);
    demands.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    demands.setExpectedAudience(Set.of(AUDIENCE));
    demands.setRequiredClaims(Set.of("sub", "party", "sid"));
    demands.setClockSkew(CLOCK_SKEW_SECONDS);
    return demands;
  }
}
