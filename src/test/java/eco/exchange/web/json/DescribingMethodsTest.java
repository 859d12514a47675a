package eco.exchange.web.json;

import static eco.exchange.web.Callers.stranger;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.method.TradeMethod;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DescribingMethodsTest {

  @Test
  void the_published_interface_names_every_method_and_what_it_is_told() {
    JsonPath terms =
        stranger()
            .get("/openapi?format=json")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .setRootPath("components.schemas.MethodTerms");

    assertThat(terms.getList("properties.method.enum", String.class))
        .containsExactlyElementsOf(Arrays.stream(TradeMethod.values()).map(Enum::name).toList());
    assertThat(terms.getList("required", String.class)).containsExactly("method");
    assertThat(terms.getString("description"))
        .contains("ENGLISH_ONLINE: quietTime, overtimeMax (may be absent). ")
        .contains("SEALED_ONE_SHOT: nothing more. ")
        .contains("TENDER: biddersMin, scoring. ");
  }
}
