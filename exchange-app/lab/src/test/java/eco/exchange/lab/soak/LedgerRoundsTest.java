package eco.exchange.lab.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eco.exchange.settlement.generalledger.GeneralLedger;
import eco.exchange.testing.Seeds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class LedgerRoundsTest {

  @Inject GeneralLedger ledger;
  @Inject Clock clock;

  @Test
  void the_ledger_answers_as_the_oracle_does_and_an_accountant_s_program_finds_it_right(
      @TempDir Path folder) throws IOException, InterruptedException {
    long seed = Seeds.fresh();
    LedgerRounds rounds =
        new LedgerRounds(
            ledger,
            clock,
            number -> RandomGeneratorFactory.of("L64X128MixRandom").create(seed + number));

    assertThat(rounds.run((int) (seed & 0xffff), 80)).isGreaterThan(5_000);

    Path journal = folder.resolve("exchange.journal");
    Files.write(journal, ledger.journal().collect().asList().await().indefinitely());
    assumeTrue(isThere("hledger"), "hledger is not installed, so the journal is not read by it");
    assertThat(hledger(journal, "check")).as("the balances as kept are right").isEmpty();
    assertThat(hledger(journal, "balance", "--format=%(total)", "--depth=1"))
        .as("all together is nothing")
        .endsWith("0\n");
    String spoilt = Files.readString(journal).replaceFirst("CNY 0 = CNY .*", "CNY 0 = CNY 0.01");
    Files.writeString(journal, spoilt);
    assertThat(hledger(journal, "check")).as("a wrong balance is found").contains("assertion");
  }

  private static boolean isThere(String program) {
    try {
      new ProcessBuilder(program, "--version").start().destroy();
      return true;
    } catch (IOException none) {
      return false;
    }
  }

  private static String hledger(Path journal, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder program = new ProcessBuilder("hledger", "-f", journal.toString());
    program.command().addAll(List.of(command));
    program.environment().put("LC_ALL", "C.UTF-8");
    Process process = program.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
