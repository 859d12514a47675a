package eco.exchange.contracts.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eco.exchange.contracts.SampleDeals;
import eco.exchange.contracts.SampleKeys;
import eco.exchange.contracts.key.TimeStampAuthority.StampUnavailable;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;

class StampingTest {

  private static final OwnStampAuthority OFFICE = SampleKeys.shared().stampOffice();
  private static final byte[] HASH = sha256("what was there");

  @Test
  void the_office_answers_a_request_with_a_token_by_market_time() throws Exception {
    TimeStampRequest request = request();

    TimeStampResponse response = new TimeStampResponse(OFFICE.answer(request.getEncoded()));

    response.validate(request);
    assertThat(response.getStatus()).isEqualTo(PKIStatus.GRANTED);
    TimeStampToken token = response.getTimeStampToken();
    token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate(token)));
    assertThat(token.getTimeStampInfo().getGenTime()).isEqualTo(Date.from(SampleDeals.AWARDED));
  }

  @Test
  void the_key_of_the_office_is_for_stamps_alone() throws Exception {
    TimeStampToken token =
        new TimeStampResponse(OFFICE.answer(request().getEncoded())).getTimeStampToken();
    JcaX509CertificateHolder root = new JcaX509CertificateHolder(SampleKeys.shared().root());

    assertThat(certificate(token).getIssuer()).isEqualTo(root.getSubject());
    assertThatThrownBy(
            () ->
                token.validate(
                    new JcaSimpleSignerInfoVerifierBuilder()
                        .build(SampleKeys.shared().seal().signer().certificate())))
        .hasMessageContaining("certificate");
  }

  @Test
  void a_hash_that_is_too_weak_is_refused_and_what_is_no_request_is_told() throws Exception {
    TimeStampRequest weak =
        new TimeStampRequestGenerator().generate(TSPAlgorithms.SHA1, new byte[20]);

    assertThat(new TimeStampResponse(OFFICE.answer(weak.getEncoded())).getStatus())
        .isEqualTo(PKIStatus.REJECTION);
    assertThatThrownBy(() -> OFFICE.answer(new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OFFICE.answer(new byte[5000]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_authority_elsewhere_is_asked_over_http() throws Exception {
    HttpServer server =
        serving(exchange -> OFFICE.answer(exchange.getRequestBody().readAllBytes()));
    try {
      byte[] token = new RemoteStampAuthority(address(server)).stamp(HASH);

      assertThat(
              new TimeStampToken(ContentInfo.getInstance(token))
                  .getTimeStampInfo()
                  .getMessageImprintDigest())
          .isEqualTo(HASH);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_token_of_another_hash_and_an_authority_that_is_silent_are_no_stamps() throws Exception {
    byte[] other = OFFICE.answer(request().getEncoded());
    HttpServer server = serving(exchange -> other);
    URI address = address(server);
    try {
      assertThatThrownBy(() -> new RemoteStampAuthority(address).stamp(sha256("something else")))
          .isInstanceOf(StampUnavailable.class);
    } finally {
      server.stop(0);
    }
    assertThatThrownBy(() -> new RemoteStampAuthority(address).stamp(HASH))
        .isInstanceOf(StampUnavailable.class);
  }

  private static TimeStampRequest request() {
    TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
    asking.setCertReq(true);
    return asking.generate(TSPAlgorithms.SHA256, HASH, BigInteger.TEN);
  }

  private static X509CertificateHolder certificate(TimeStampToken token) {
    return (X509CertificateHolder)
        token.getCertificates().getMatches(token.getSID()).iterator().next();
  }

  private interface Answer {
    byte[] to(HttpExchange request) throws IOException;
  }

  private static HttpServer serving(Answer answer) throws IOException {
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(here, 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = answer.to(exchange);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
