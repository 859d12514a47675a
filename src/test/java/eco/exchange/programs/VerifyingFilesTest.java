package eco.exchange.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyingFilesTest {

  @Test
  void without_a_file_the_usage_is_told() {
    assertThat(VerifyProgram.run()).isEqualTo(2);
    assertThat(VerifyProgram.run("--root")).isEqualTo(2);
    assertThat(VerifyProgram.run("--help")).isEqualTo(2);
  }

  @Test
  void a_file_that_is_missing_or_no_paper_cannot_be_judged(@TempDir Path folder)
      throws IOException {
    Path text = Files.writeString(folder.resolve("contract.pdf"), "不是合同");

    assertThat(VerifyProgram.run(folder.resolve("missing.pdf").toString())).isEqualTo(2);
    assertThat(VerifyProgram.run(text.toString())).isEqualTo(2);
    assertThat(VerifyProgram.run("--root", text.toString(), text.toString())).isEqualTo(2);
  }

  @Test
  void the_record_of_an_auction_is_told_by_its_beginning_and_played(@TempDir Path folder)
      throws IOException {
    String head =
        """
        {"kind":"Head","form":"eco.exchange/auction-record/1",\
        "trade":{"code":"E640425C0120260302000001R"},"terms":{"reserve":{"fen":5000},\
        "increment":{"fen":100},"deposit":{"fen":1000},\
        "applicationsCloseAt":"2026-03-16T16:00:00Z","depositsDueAt":"2026-03-26T16:00:00Z",\
        "opensAt":"2026-03-27T01:00:00Z","closesAt":"2026-03-27T01:15:00Z",\
        "how":{"kind":"Negotiated"},"ruleEdition":"2025"},"applicants":1,"bidders":1}
        """;
    String act =
        """
        {"kind":"Entry","version":8,"hand":"4711","byCeiling":false,\
        "act":{"kind":"Bid","price":{"fen":6000}},"placedAt":"2026-03-27T01:00:00Z",\
        "answer":{"kind":"Accepted","seq":1,"price":{"fen":6000},\
        "placedAt":"2026-03-27T01:00:00Z","closesAt":"2026-03-27T01:15:00Z"}}
        """;
    String end =
        """
        {"kind":"End","closedAt":"2026-03-27T01:15:00Z","standing":{"phase":"CLOSED",\
        "leading":{"paddle":"4711","price":{"fen":6000},"placedAt":"2026-03-27T01:00:00Z"},\
        "priceMin":null,"endsAt":"2026-03-27T01:15:00Z","extensions":0,"seq":1},\
        "ending":{"kind":"Sold","ranking":[{"paddle":"4711",\
        "offer":{"price":{"fen":6000},"yearly":null},"score":null}]},"rejected":[],"acts":1,\
        "sha256":"%s"}
        """;
    String whole = head + act + end.formatted("");
    String right = head + act + end.formatted(sha256(whole));

    assertThat(verified(folder, right)).isZero();
    // With a second bidder nothing is sold by agreement, whatever the end says.
    String contested = head.replace("\"bidders\":1", "\"bidders\":2") + act;
    String claimed = contested + end.formatted(sha256(contested + end.formatted("")));
    assertThat(verified(folder, claimed)).isEqualTo(1);
    assertThat(verified(folder, right.replace("6000", "6100"))).isEqualTo(1);
    assertThat(verified(folder, head + end.formatted(sha256(whole)))).isEqualTo(1);
    assertThat(verified(folder, head + act)).isEqualTo(1);
    assertThat(verified(folder, right + act)).isEqualTo(1);
    assertThat(verified(folder, right.replaceFirst("5000", "x"))).isEqualTo(2);
  }

  private static int verified(Path folder, String record) throws IOException {
    return VerifyProgram.run(Files.writeString(folder.resolve("record.jsonl"), record).toString());
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
