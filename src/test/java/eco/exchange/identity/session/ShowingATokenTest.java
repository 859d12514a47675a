package eco.exchange.identity.session;

import static eco.exchange.web.Callers.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import eco.exchange.identity.account.AccountView;
import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.secret.TokenKeys;
import eco.exchange.web.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShowingATokenTest {

  private static final Instant NOW = Clock.systemUTC().instant();

  @Inject TokenKeys keys;
  @Inject Accounts accounts;
  @Inject AccessTokens tokens;

  private AccountView account;

  @BeforeEach
  void register() {
    account = accounts.credentials(Callers.newBidder()).await().indefinitely().get().account();
  }

  @Test
  void a_token_lets_in_for_a_quarter_of_an_hour() {
    UUID session = UUID.randomUUID();
    shown(tokens.write(account, session, NOW)).statusCode(200);
    shown(tokens.write(account, session, NOW.minusSeconds(14 * 60))).statusCode(200);
    refused(tokens.write(account, session, NOW.minusSeconds(16 * 60)));
  }

  @Test
  void without_a_token_nobody_is_let_in() {
    Callers.stranger()
        .get("/api/v1/me")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_SIGNED_IN"));
    refused("nonsense");
  }

  @Test
  void issuer_audience_and_claims_are_checked() {
    shown(signed(claims("urn:eco-exchange", "urn:eco-exchange:api"))).statusCode(200);
    refused(signed(claims("urn:somebody-else", "urn:eco-exchange:api")));
    refused(signed(claims("urn:eco-exchange", "urn:another-exchange")));
    refused(signed(claims("urn:eco-exchange", "urn:eco-exchange:api").remove("party")));
  }

  @Test
  void a_signature_by_another_key_and_no_signature_are_refused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    refused(
        signed(
            claims("urn:eco-exchange", "urn:eco-exchange:api"),
            generator.generateKeyPair().getPrivate()));

    String token = tokens.write(account, UUID.randomUUID(), NOW);
    String body = token.split("\\.")[1];
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    refused(none + "." + body + ".");
    String stronger =
        new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8)
            .replace("BIDDER", "ADMINISTRATOR");
    refused(
        token.split("\\.")[0]
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(stronger.getBytes(StandardCharsets.UTF_8))
            + "."
            + token.split("\\.")[2]);
  }

  @Test
  void the_claims_say_who_asks() {
    String token = Callers.token(account.login(), PASSWORD);
    String body =
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    assertThat(body)
        .contains("\"sub\":\"" + account.account() + "\"")
        .contains("\"party\":\"" + account.party().party() + "\"")
        .contains("\"groups\":[\"BIDDER\"]")
        .contains("\"upn\":\"" + account.login() + "\"");
  }

  private JwtClaimsBuilder claims(String issuer, String audience) {
    return Jwt.issuer(issuer)
        .audience(audience)
        .subject(account.account().toString())
        .upn(account.login())
        .groups(Set.of("BIDDER"))
        .claim("party", account.party().party().toString())
        .claim("sid", UUID.randomUUID().toString())
        .issuedAt(NOW)
        .expiresAt(NOW.plusSeconds(600));
  }

  private String signed(JwtClaimsBuilder claims) {
    return signed(claims, keys.signing());
  }

  private static String signed(JwtClaimsBuilder claims, PrivateKey key) {
    return claims.jws().algorithm(SignatureAlgorithm.ES256).sign(key);
  }

  private static void refused(String token) {
    shown(token)
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_SIGNED_IN"));
  }

  private static ValidatableResponse shown(String token) {
    return Callers.bearer(token).get("/api/v1/me").then();
  }
}
