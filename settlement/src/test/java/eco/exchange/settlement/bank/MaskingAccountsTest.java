package eco.exchange.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bank says is read by many, and an account number in it by nobody. */
class MaskingAccountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          账号6222020200112233445不符            | 账号****3445不符
          账号 6222 0202 0011 2233 445 不符      | 账号 ****3445 不符
          to 6222-0202-0011-2233 at 2026-11-29   | to ****2233 at 2026-11-29
          AC01 on 2026-11-29 14:30               | AC01 on 2026-11-29 14:30
          123456789                              | ****789
          12345678                               | 12345678
          1,234,567.89 of 100 000                | 1,234,567.89 of 100 000
          账号62220202 00112233                  | 账号****2233
          6222  0202　0011‑2233                 | ****2233
          6222.0202.0011.2233                    | ****2233
          ６２２２０２０２００１１２２３３     | ****2233
          6222020-200112233445                   | ****3445
          2026-11-29 6222020200112233            | 2026-11-29 ****2233
          12345.67 at 2026-11-29                 | 12345.67 at 2026-11-29
          """)
  void an_account_is_masked_however_it_is_written(String said, String read) {
    assertThat(BankAccount.masked(said)).isEqualTo(read);
  }
}
