package eco.exchange.contracts.proof;

import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.contracts.statement.StatementPaper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * The reading of a statement from a file, be it plain JSON or a sealed paper with the JSON inside.
 */
final class StatementFiles {

  private final Optional<X509Certificate> anchor;
  private final Findings findings;

  StatementFiles(Optional<X509Certificate> anchor, Findings findings) {
    this.anchor = anchor;
    this.findings = findings;
  }

  Optional<String> json(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    if (!text.startsWith("%PDF-")) {
      findings.unproven(
          Check.STATEMENT_SEALED, "没有印章：只核对了数字，不能证明出自交易中心 (not sealed: figures only)");
      return Optional.of(text);
    }
    try (SignedPaper paper = new SignedPaper(file)) {
      new SealCheck(paper, anchor, findings).examine();
      Optional<String> json = paper.print().attachment(StatementPaper.FILE);
      if (json.isEmpty()) {
        findings.wrong(Check.STATEMENT_READABLE, "文件内没有结算数据 (no statement inside)");
      }
      return json;
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError broken) {
      findings.wrong(Check.STATEMENT_READABLE, broken.getMessage());
      return Optional.empty();
    }
  }
}
