package eco.exchange.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyingFilesTest {

  @Test
  void without_a_file_the_usage_is_told() {
    assertThat(Verify.run()).isEqualTo(2);
    assertThat(Verify.run("--root")).isEqualTo(2);
    assertThat(Verify.run("--help")).isEqualTo(2);
  }

  @Test
  void a_file_that_is_missing_or_no_paper_cannot_be_judged(@TempDir Path folder)
      throws IOException {
    Path text = Files.writeString(folder.resolve("contract.pdf"), "不是合同");

    assertThat(Verify.run(folder.resolve("missing.pdf").toString())).isEqualTo(2);
    assertThat(Verify.run(text.toString())).isEqualTo(2);
    assertThat(Verify.run("--root", text.toString(), text.toString())).isEqualTo(2);
  }
}
