package eco.exchange.web;

import static eco.exchange.web.Callers.stranger;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.sharing.TermsJson;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadingTheSchemaTest {

  @Test
  void anybody_reads_the_schema_of_sharing_terms() {
    Response told = stranger().get("/api/v1/schemas/sharing-terms");

    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(told.contentType()).startsWith("application/schema+json");
    assertThat(told.asString()).isEqualTo(TermsJson.schema());
  }
}
