package eco.exchange.contracts.proof;

import eco.exchange.contracts.proof.Findings.Wrong;
import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.market.ContractId;
import eco.exchange.money.Rational;
import eco.exchange.sharing.ContractVersions;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Statement;
import eco.exchange.sharing.StatementJson;
import eco.exchange.sharing.TermsJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The check that statements pay what the terms give, each carrying on from the one before. */
final class StatementCheck {

  private final Optional<ContractVersions> versions;
  private final OptionalInt firstYear;
  private final Function<Statement, String> termsJson;
  private final Findings findings;

  /** A check by some terms, of whatever contract. */
  StatementCheck(String termsJson, Findings findings) {
    this.versions = Optional.empty();
    this.firstYear = OptionalInt.empty();
    this.termsJson = statement -> termsJson;
    this.findings = findings;
  }

  /**
   * A check by the version of a contract that was in force.
   *
   * @param firstYear the first year of which revenue can be shared, if the paper tells it
   */
  StatementCheck(ContractVersions versions, OptionalInt firstYear, Findings findings) {
    this.versions = Optional.of(versions);
    this.firstYear = firstYear;
    this.termsJson = statement -> versions.inForce(statement.occasion()).termsJson();
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
            return statement.occasionZh();
          });
    }
    // The papers of several payees tell of one distribution.
    List<Statement> ordered =
        statements.stream()
            .distinct()
            .sorted(Comparator.comparing(Statement::income).thenComparing(Statement::occasion))
            .toList();
    Map<Income, Statement> last = new EnumMap<>(Income.class);
    for (Statement statement : ordered) {
      findings.examine(Check.STATEMENT_OF_CONTRACT, () -> ofContract(statement));
      carriedForward(statement, Optional.ofNullable(last.put(statement.income(), statement)));
      findings.examine(Check.PARTS, () -> parts(statement));
    }
  }

  private String ofContract(Statement statement) throws Wrong {
    String json = termsJson.apply(statement);
    SharingTerms terms = TermsJson.read(json);
    Findings.must(TermsJson.write(terms).equals(json), "条款不是规范形式 (not canonical)");
    ContractId stated = statement.contract();
    Findings.must(
        versions.map(own -> own.contract().contract()).filter(own -> !own.equals(stated)).isEmpty(),
        "属于合同%s (of another contract)",
        stated);
    Findings.must(
        TermsJson.hash(terms).equals(statement.termsHash()),
        "%s：条款指纹不符，应适用%s；如有补充协议，请一并提供 (by other terms)",
        statement.occasionZh(),
        versions.map(own -> own.numberInForce(statement.occasion()).number()).orElse("所附条款"));
    return statement.occasionZh();
  }

  private void carriedForward(Statement statement, Optional<Statement> before) {
    if (before.filter(earlier -> isNextAfter(earlier, statement)).isPresent()) {
      findings.examine(Check.CARRIED_FORWARD, () -> carried(statement, before.get().left()));
    } else if (before.isPresent() || !isFirst(statement)) {
      findings.unproven(
          Check.CARRIED_FORWARD,
          statement.occasionZh()
              + "：缺少它前面的一份结算单（没有收入的年度除外），结转的尾差和此前收回数未能核对 (the statement before is not given)");
    }
  }

  private static boolean isNextAfter(Statement earlier, Statement later) {
    return later.occasion().number() - earlier.occasion().number() <= 1
        || (!isYearly(later) && isCarried(later, earlier.left()));
  }

  /** Whether nothing of this income can have been shared before. */
  private boolean isFirst(Statement statement) {
    return isCarried(statement, DistributionBasis.NONE)
        && switch (statement.income()) {
          case PRICE, COMPENSATION, PENALTY -> true;
          case INSTALMENT -> statement.occasion().equals(Occasion.Instalment.FIRST);
          case REVENUE ->
              firstYear.isEmpty() || statement.occasion().number() <= firstYear.getAsInt();
        };
  }

  private static boolean isYearly(Statement statement) {
    return switch (statement.income()) {
      case REVENUE, INSTALMENT, PRICE -> true;
      case COMPENSATION, PENALTY -> false;
    };
  }

  private static String carried(Statement statement, DistributionBasis left) throws Wrong {
    DistributionBasis from = statement.standing();
    Findings.must(
        told(from.carried()).equals(told(left.carried())),
        "%s：结转的尾差与上一次不符 (carried in is not what was carried out)",
        statement.occasionZh());
    Findings.must(
        told(from.recouped()).equals(told(left.recouped())),
        "%s：此前收回数与上一次不符 (recouped before is not what was recouped)",
        statement.occasionZh());
    return statement.occasionZh();
  }

  private static boolean isCarried(Statement statement, DistributionBasis left) {
    DistributionBasis from = statement.standing();
    return told(from.carried()).equals(told(left.carried()))
        && told(from.recouped()).equals(told(left.recouped()));
  }

  private String parts(Statement statement) throws Wrong {
    Distribution again =
        TermsJson.read(termsJson.apply(statement))
            .distribute(statement.income(), statement.whole(), statement.standing());
    Findings.must(again.parts().size() == statement.parts().size(), "收款方数目不符 (number of payees)");
    for (int i = 0; i < again.parts().size(); i++) {
      Distribution.Part right = again.parts().get(i);
      Distribution.Part stated = statement.parts().get(i);
      Findings.must(
          right.payee().equals(stated.payee())
              && right.amount().equals(stated.amount())
              && right.carry().equals(stated.carry())
              && right.recouped().equals(stated.recouped()),
          "%s应得%s元、结转%s分、累计收回%s分，单载%s得%s元、结转%s分、累计收回%s分 (part differs)",
          right.payee(),
          right.amount().decimal(),
          right.carry(),
          right.recouped(),
          stated.payee(),
          stated.amount().decimal(),
          stated.carry(),
          stated.recouped());
    }
    return "%s %s元".formatted(statement.occasionZh(), statement.whole().decimal());
  }

  /** What was told of payees, without those of whom it was nothing. */
  private static Map<String, Rational> told(Map<String, Rational> fen) {
    Map<String, Rational> told = new HashMap<>(fen);
    told.values().removeIf(exact -> exact.signum() == 0);
    return told;
  }
}
