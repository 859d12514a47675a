package eco.exchange.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.calendar.MarketClock;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A token that is known is believed without proof, but only that token, and only until its end. */
class ShowingATokenAgainTest {

  private static final Instant NOW = Clock.systemUTC().instant();
  private static final KeyPair KEYS = keys();

  private final MarketClock clock =
      new MarketClock(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ZERO);
  private final JWTAuthContextInfo demands = demands(KEYS);
  private final Counting proof = new Counting();
  private final TokenCache tokens = new TokenCache(proof, demands, clock);

  /** The library's own proof, which tells how often it was asked. */
  private static final class Counting extends JWTCallerPrincipalFactory {
    private final JWTCallerPrincipalFactory library = new DefaultJWTCallerPrincipalFactory();
    private int proofs;

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo demanded)
        throws ParseException {
      proofs++;
      return library.parse(token, demanded);
    }
  }

  @Test
  void a_token_is_proved_once_and_tells_the_same_ever_after() throws ParseException {
    String token = token("anji", NOW.plusSeconds(60));
    JWTCallerPrincipal first = tokens.parse(token, demands);
    JWTCallerPrincipal again = tokens.parse(token, demands);
    assertThat(proof.proofs).isEqualTo(1);
    JWTCallerPrincipal library = new DefaultJWTCallerPrincipalFactory().parse(token, demands);
    for (JWTCallerPrincipal known : List.of(first, again)) {
      assertThat(known.getClaimNames()).containsAll(library.getClaimNames());
      assertThat(known.getName()).isEqualTo(library.getName());
      assertThat(known.getSubject()).isEqualTo(library.getSubject());
      assertThat(known.getGroups()).isEqualTo(library.getGroups());
      assertThat(known.getExpirationTime()).isEqualTo(library.getExpirationTime());
      assertThat(known.getRawToken()).isEqualTo(token);
      assertThat((Object) known.getClaim("party")).isEqualTo(library.getClaim("party"));
      assertThat((Object) known.getClaim("nothing")).isNull();
    }
  }

  @Test
  void a_known_token_is_refused_when_its_time_is_over() throws ParseException {
    demands.setClockSkew(600);
    String token = token("anji", NOW.minusSeconds(60));
    MarketClock earlier =
        new MarketClock(Clock.fixed(NOW.minusSeconds(120), ZoneOffset.UTC), Duration.ZERO);
    TokenCache known = new TokenCache(proof, demands, earlier);
    assertThat(known.parse(token, demands).getSubject()).isEqualTo("anji");
    demands.setClockSkew(0);
    assertThat(known.parse(token, demands).getSubject()).as("still known").isEqualTo("anji");
    earlier.moveTo(NOW.minusSeconds(60));
    assertThatThrownBy(() -> known.parse(token, demands)).isInstanceOf(ParseException.class);
  }

  @Test
  void a_changed_byte_makes_it_another_token() throws ParseException {
    String token = token("anji", NOW.plusSeconds(60));
    assertThat(tokens.parse(token, demands).getSubject()).isEqualTo("anji");
    for (int at = 0; at < token.length() - 1; at += 7) {
      char other = token.charAt(at) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, at) + other + token.substring(at + 1);
      assertThatThrownBy(() -> tokens.parse(changed, demands)).isInstanceOf(ParseException.class);
    }
  }

  @Test
  void two_tokens_are_not_mixed_up() throws ParseException {
    String one = token("anji", NOW.plusSeconds(60));
    String other = token("lishui", NOW.plusSeconds(60));
    for (int turn = 0; turn < 3; turn++) {
      assertThat(tokens.parse(one, demands).getSubject()).isEqualTo("anji");
      assertThat(tokens.parse(other, demands).getSubject()).isEqualTo("lishui");
    }
    assertThat(proof.proofs).isEqualTo(2);
  }

  @Test
  void what_is_known_by_one_key_is_not_believed_by_another() throws ParseException {
    String token = token("anji", NOW.plusSeconds(60));
    assertThat(tokens.parse(token, demands).getSubject()).isEqualTo("anji");
    assertThatThrownBy(() -> tokens.parse(token, demands(keys())))
        .isInstanceOf(ParseException.class);
  }

  private static String token(String subject, Instant end) {
    return Jwt.issuer("urn:test")
        .subject(subject)
        .upn(subject)
        .groups(Set.of("BIDDER"))
        .claim("party", "party of " + subject)
        .issuedAt(NOW.minusSeconds(300))
        .expiresAt(end)
        .jws()
        .algorithm(SignatureAlgorithm.ES256)
        .sign(KEYS.getPrivate());
  }

  private static JWTAuthContextInfo demands(KeyPair keys) {
    JWTAuthContextInfo demands = new JWTAuthContextInfo(keys.getPublic(), "urn:test");
    demands.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    demands.setClockSkew(0);
    return demands;
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
