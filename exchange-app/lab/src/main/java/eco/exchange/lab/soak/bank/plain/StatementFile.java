package eco.exchange.lab.soak.bank.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.iso.IsoMessages;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Several statements in one file. */
final class StatementFile {

  private static final Pattern STATEMENT =
      Pattern.compile("<((?:\\w+:)?Stmt)>.*</\\1>", Pattern.DOTALL);

  private StatementFile() {}

  /** The file of statements, under the number of a message of its own. */
  static byte[] of(String id, List<BankMessage.Statement> all, String account) {
    List<String> texts = all.stream().map(one -> text(id, one, account)).toList();
    String statements =
        texts.stream().map(text -> found(text).group()).collect(Collectors.joining("\n"));
    return found(texts.getFirst())
        .replaceFirst(Matcher.quoteReplacement(statements))
        .getBytes(UTF_8);
  }

  private static String text(String id, BankMessage.Statement one, String account) {
    BankMessage.Statement together =
        new BankMessage.Statement(
            id, one.writtenAt(), one.number(), one.sequence(), one.period(), one.lines());
    return new String(IsoMessages.written(together, account), UTF_8);
  }

  private static Matcher found(String text) {
    Matcher statement = STATEMENT.matcher(text);
    if (!statement.find()) {
      throw new IllegalStateException("no statement in " + text);
    }
    return statement;
  }
}
