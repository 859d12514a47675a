package eco.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractIdTest {

  private static final TradeId TRADE = new TradeId("E640425C0120261121000001D");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 9999})
  void the_number_is_the_code_of_the_trade_and_the_version(int version) {
    ContractId contract = new ContractId(TRADE, version);

    assertThat(contract.number()).isEqualTo("E640425C0120261121000001D-V" + version);
    assertThat(contract).hasToString(contract.number());
    assertThat(ContractId.parse(contract.number())).isEqualTo(contract);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-V1",
        "E640425C0120261121000001D",
        "E640425C0120261121000001D-V",
        "E640425C0120261121000001D-V0",
        "E640425C0120261121000001D-V01",
        "E640425C0120261121000001D-V+1",
        "E640425C0120261121000001D-V-1",
        "E640425C0120261121000001D-V1-V2",
        "E640425C0120261121000001D-V99999999999",
        "E640425C0120261121000001E-V1",
      })
  void what_is_no_contract_number_is_refused(String number) {
    assertThatThrownBy(() -> ContractId.parse(number)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void versions_are_counted_from_one() {
    assertThatThrownBy(() -> new ContractId(TRADE, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
