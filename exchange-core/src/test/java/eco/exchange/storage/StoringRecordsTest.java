package eco.exchange.storage;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.method.MethodTerms;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The stored form is read by migrations and queries, too, so it is a promise. */
class StoringRecordsTest {

  private static final RecordJson JSON = new RecordJson(MethodTerms.class);

  @Test
  void the_kind_of_a_record_is_its_own_name_wherever_it_is_declared() {
    MethodTerms english = new MethodTerms.English(Duration.ofMinutes(5), Optional.empty());
    String text = JSON.write(english);
    assertThat(text)
        .isEqualTo("{\"kind\":\"English\",\"quietTime\":\"PT5M\",\"overtimeMax\":null}");
    assertThat(JSON.read(MethodTerms.class, text)).isEqualTo(english);
  }
}
