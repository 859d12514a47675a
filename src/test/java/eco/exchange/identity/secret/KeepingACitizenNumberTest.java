package eco.exchange.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.market.CitizenNumber;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeepingACitizenNumberTest {

  private static final CitizenNumber NUMBER = new CitizenNumber("11010519491231002X");
  private static final UUID PARTY = new UUID(1, 1);

  private final CitizenVault vault = vault(1);

  @Test
  void a_sealed_number_is_opened_for_its_own_party_alone() {
    byte[] sealed = vault.seal(NUMBER, PARTY);
    assertThat(vault.open(sealed, PARTY)).isEqualTo(NUMBER);
    assertThatThrownBy(() -> vault.open(sealed, new UUID(1, 2)))
        .isInstanceOf(IllegalStateException.class);
    sealed[20] ^= 1;
    assertThatThrownBy(() -> vault.open(sealed, PARTY)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_seal_hides_the_number_and_even_that_two_are_the_same() {
    byte[] sealed = vault.seal(NUMBER, PARTY);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("1949");
    assertThat(vault.seal(NUMBER, PARTY)).isNotEqualTo(sealed);
  }

  @Test
  void the_index_finds_the_same_number_again_but_only_with_the_key() {
    assertThat(vault.index(NUMBER)).isEqualTo(vault(1).index(NUMBER));
    assertThat(vault.index(NUMBER)).isNotEqualTo(vault(2).index(NUMBER));
  }

  private static CitizenVault vault(int seed) {
    byte[] key = new byte[32];
    key[0] = (byte) seed;
    return new CitizenVault(new DataKey(Base64.getEncoder().encodeToString(key)));
  }
}
