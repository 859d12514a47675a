package eco.exchange.settlement.roster;

import eco.exchange.market.ContractId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SHA-256 of a roster: of a head and of one line a member, all of them public, so that anybody
 * who has the list can compute it.
 */
final class RosterHash {

  private RosterHash() {}

  static String of(FileRoster roster) {
    return sha256(
        text(
            roster.contract(),
            roster.payee(),
            roster.rule().name(),
            roster.recordDate(),
            roster.resolution(),
            roster.members().stream().map(RosterHash::line).toList()));
  }

  private static String text(
      ContractId contract,
      String payee,
      String rule,
      LocalDate on,
      String resolution,
      List<String> lines) {
    String head =
        String.join("|", "roster/1", contract.number(), payee, rule, on.toString(), resolution);
    return head + "\n" + lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String line(RosterMember member) {
    return String.join(
        "|",
        member.number(),
        member.household(),
        Long.toString(member.shares()),
        member.shown(),
        member.sealed().codeHash());
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
