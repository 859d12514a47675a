package eco.exchange.contracts.proof;

import eco.exchange.contracts.proof.Findings.Wrong;
import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.contracts.statement.Statement;
import eco.exchange.contracts.statement.StatementJson;
import eco.exchange.market.ContractId;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether statements pay what the terms give, each carrying on from the one before. */
final class StatementCheck {

  private final Optional<ContractId> contract;
  private final String termsJson;
  private final Findings findings;

  StatementCheck(String termsJson, Findings findings) {
    this(Optional.empty(), termsJson, findings);
  }

  StatementCheck(SealedContract contract, Findings findings) {
    this(Optional.of(contract.contract()), contract.termsJson(), findings);
  }

  private StatementCheck(Optional<ContractId> contract, String termsJson, Findings findings) {
    this.contract = contract;
    this.termsJson = termsJson;
    this.findings = findings;
  }

  void examine(List<String> jsons) {
    List<Statement> statements = new ArrayList<>();
    for (String json : jsons) {
      findings.examine(
          Check.STATEMENT_READABLE,
          () -> {
            Statement statement = StatementJson.read(json);
            statements.add(statement);
            return occasion(statement);
          });
    }
    statements.sort(Comparator.comparing(Statement::income).thenComparing(Statement::year));
    Map<Income, Statement> last = new EnumMap<>(Income.class);
    for (Statement statement : statements) {
      findings.examine(Check.STATEMENT_OF_CONTRACT, () -> ofContract(statement));
      carriedForward(statement, Optional.ofNullable(last.put(statement.income(), statement)));
      findings.examine(Check.PARTS, () -> parts(statement));
    }
  }

  private String ofContract(Statement statement) throws Wrong {
    SharingTerms terms = TermsJson.read(termsJson);
    Findings.must(TermsJson.write(terms).equals(termsJson), "条款不是规范形式 (not canonical)");
    Findings.must(TermsJson.hash(terms).equals(statement.termsHash()), "条款指纹不符 (by other terms)");
    Findings.must(
        contract.isEmpty() || contract.get().equals(statement.contract()),
        "属于合同%s (of another contract)",
        statement.contract());
    return occasion(statement);
  }

  private void carriedForward(Statement statement, Optional<Statement> before) {
    if (before.isEmpty()) {
      if (!exact(statement.carriedIn()).isEmpty()) {
        findings.note(
            Check.CARRIED_FORWARD,
            occasion(statement) + "：未提供上一次分配，结转的尾差未能核对 (the statement before is not given)");
      }
      return;
    }
    findings.examine(
        Check.CARRIED_FORWARD,
        () -> {
          Findings.must(
              exact(statement.carriedIn()).equals(exact(carriedOut(before.get()))),
              "%s：结转的尾差与上一次不符 (carried in is not what was carried out)",
              occasion(statement));
          return occasion(statement);
        });
  }

  private String parts(Statement statement) throws Wrong {
    Distribution again =
        TermsJson.read(termsJson)
            .distribute(statement.income(), statement.whole(), statement.carriedIn());
    Findings.must(again.parts().size() == statement.parts().size(), "收款方数目不符 (number of payees)");
    for (int i = 0; i < again.parts().size(); i++) {
      Distribution.Part right = again.parts().get(i);
      Distribution.Part stated = statement.parts().get(i);
      Findings.must(
          right.payee().equals(stated.payee())
              && right.amount().equals(stated.amount())
              && right.carry().compareTo(stated.carry()) == 0,
          "%s应得%s元、结转%s分，单载%s得%s元、结转%s分 (part differs)",
          right.payee(),
          right.amount().decimal(),
          right.carry().toPlainString(),
          stated.payee(),
          stated.amount().decimal(),
          stated.carry().toPlainString());
    }
    return "%s %s元".formatted(occasion(statement), statement.whole().decimal());
  }

  private static Map<String, BigDecimal> carriedOut(Statement statement) {
    Map<String, BigDecimal> carried = new TreeMap<>();
    statement.parts().forEach(part -> carried.put(part.payee(), part.carry()));
    return carried;
  }

  /** What is carried, without the payees that carry nothing and without idle zeros. */
  private static Map<String, BigDecimal> exact(Map<String, BigDecimal> carried) {
    Map<String, BigDecimal> exact = new TreeMap<>();
    carried.forEach(
        (payee, fen) -> {
          if (fen.signum() != 0) {
            exact.put(payee, fen.stripTrailingZeros());
          }
        });
    return exact;
  }

  private static String occasion(Statement statement) {
    return switch (statement.income()) {
      case PRICE -> statement.income().zh();
      case REVENUE -> statement.year() + "年度";
    };
  }
}
