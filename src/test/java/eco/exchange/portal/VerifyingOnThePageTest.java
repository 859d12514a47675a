package eco.exchange.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import eco.exchange.contracts.sample.SampleContracts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VerifyingOnThePageTest {

  private static final String BOUNDARY = "exchange-form";

  @Test
  void anybody_finds_the_form_and_it_sends_to_this_site_only() {
    given()
        .get("/verify")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("form-action 'self'"))
        .body(containsString("<form"), not(containsString("class=\"findings\"")));
  }

  @Test
  void what_is_no_paper_is_told_in_words() {
    sent("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
        .statusCode(200)
        .body(containsString("这个文件打不开"), not(containsString("<script>")));
  }

  @Test
  void a_contract_of_another_exchange_is_told_line_by_line() throws Exception {
    Path folder = Files.createTempDirectory("exchange-sample-");

    sent(new SampleContracts(folder).signed(1))
        .statusCode(200)
        .body(
            containsString("这份文件不能作为依据"),
            containsString("印章不是交易机构的"),
            containsString("SEAL_OF_CENTRE"),
            containsString("正文与附件数据一致"));
  }

  @Test
  void without_a_file_there_is_a_word_and_one_that_is_too_large_is_refused() {
    sent(new byte[0]).statusCode(400).body(containsString("请选择一份合同文件"));
    sent(new byte[2_000_000]).statusCode(413);
  }

  @Test
  void a_code_of_a_paper_that_is_not_known_is_told() {
    given()
        .queryParam("paper", "E000000C0120261121000001D-V1<b>")
        .queryParam("hash", "00")
        .get("/verify")
        .then()
        .statusCode(200)
        .body(containsString("本交易所没有编号为"), not(containsString("<b>")));
  }

  @Test
  void the_root_its_revocations_and_time_stamps_are_for_everybody() throws Exception {
    CertificateFactory certificates = CertificateFactory.getInstance("X.509");
    X509Certificate root =
        (X509Certificate) certificates.generateCertificate(body("/api/v1/trust/root.cer"));
    X509CRL revoked = (X509CRL) certificates.generateCRL(body("/api/v1/trust/revocations.crl"));
    TimeStampRequest request =
        new TimeStampRequestGenerator().generate(TSPAlgorithms.SHA256, new byte[32]);

    revoked.verify(root.getPublicKey());
    byte[] answer =
        given()
            .contentType("application/timestamp-query")
            .body(request.getEncoded())
            .post("/api/v1/trust/stamps")
            .then()
            .statusCode(200)
            .contentType(equalTo("application/timestamp-reply"))
            .extract()
            .asByteArray();

    TimeStampResponse response = new TimeStampResponse(answer);
    response.validate(request);
    assertThat(response.getTimeStampToken()).isNotNull();
    given()
        .contentType("application/timestamp-query")
        .body(new byte[] {1})
        .post("/api/v1/trust/stamps")
        .then()
        .statusCode(422)
        .body("code", equalTo("NO_STAMP_REQUEST"));
  }

  private static ByteArrayInputStream body(String path) {
    return new ByteArrayInputStream(
        given().get(path).then().statusCode(200).extract().asByteArray());
  }

  /** A form as browsers send it: with its length. */
  private static ValidatableResponse sent(byte[] file) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"contract\"; filename=\"contract.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n";
    form.writeBytes(head.formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
    form.writeBytes(file);
    form.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
        .contentType("multipart/form-data; boundary=" + BOUNDARY)
        .body(form.toByteArray())
        .post("/verify")
        .then();
  }
}
