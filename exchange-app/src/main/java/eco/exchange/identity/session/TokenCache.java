package eco.exchange.identity.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eco.exchange.identity.secret.RealTime;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The check of access tokens, with those already checked kept for a while, so that their signatures
 * are not proved again.
 *
 * <p>A signature holds for every byte of the token, so the token itself, whole, is the name under
 * which it is known: what differs anywhere is another token and is proved like any other. All that
 * is demanded of a token stays true once it was true, but for one thing, its end, and that is asked
 * each time. Only tokens that were found good are known, so nobody can fill the memory with
 * rubbish; ending a session does not end its access token, here as before.
 */
@Singleton
@Alternative
@Priority(1)
class TokenCache extends JWTCallerPrincipalFactory {

  private static final int KNOWN_MAX = 10_000;

  private final JWTCallerPrincipalFactory proof;
  private final JWTAuthContextInfo demands;
  private final Clock clock;
  private final Cache<String, JWTCallerPrincipal> known =
      Caffeine.newBuilder().maximumSize(KNOWN_MAX).expireAfterWrite(AccessTokens.LIFE).build();

  @Inject
  TokenCache(JWTAuthContextInfo demands, @RealTime Clock clock) {
    this(new DefaultJWTCallerPrincipalFactory(), demands, clock);
  }

  /**
   * Knows no token yet.
   *
   * @param proof proves what is not known
   * @param demands what known tokens were proved against
   * @param clock by which tokens end
   */
  TokenCache(JWTCallerPrincipalFactory proof, JWTAuthContextInfo demands, Clock clock) {
    this.proof = proof;
    this.demands = demands;
    this.clock = clock;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo demanded) throws ParseException {
    if (demanded != demands) {
      return proof.parse(token, demanded); // by another key, or for another purpose
    }
    @Nullable JWTCallerPrincipal caller = known.getIfPresent(token);
    if (caller != null && clock.instant().getEpochSecond() < caller.getExpirationTime()) {
      return caller;
    }
    JWTCallerPrincipal proved = TokenCaller.of(proof.parse(token, demanded));
    known.put(token, proved);
    return proved;
  }
}
