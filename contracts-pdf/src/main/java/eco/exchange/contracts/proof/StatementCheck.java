package eco.exchange.contracts.proof;

import eco.exchange.contracts.proof.Findings.Wrong;
import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
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
    List<Statement> earlier = new ArrayList<>();
    // The papers of several payees tell of one distribution.
    for (Statement statement : chained(statements.stream().distinct().toList())) {
      findings.examine(Check.STATEMENT_OF_CONTRACT, () -> ofContract(statement));
      carriedForward(statement, of(statement.income(), earlier));
      findings.examine(Check.PARTS, () -> parts(statement));
      earlier.add(statement);
    }
  }

  /** Each after the one that it carries on from; a supplement may be later than years after it. */
  private static List<Statement> chained(List<Statement> statements) {
    List<Statement> open = new ArrayList<>(statements);
    open.sort(Comparator.comparing(Statement::income).thenComparing(Statement::occasion));
    List<Statement> chained = new ArrayList<>();
    while (!open.isEmpty()) {
      Statement next =
          open.stream()
              .filter(one -> one.income() == open.getFirst().income())
              .filter(one -> carriesOn(one, of(one.income(), chained)))
              .findFirst()
              .orElse(open.getFirst());
      open.remove(next);
      chained.add(next);
    }
    return chained;
  }

  private static List<Statement> of(Income income, List<Statement> statements) {
    return statements.stream().filter(one -> one.income() == income).toList();
  }

  private static boolean carriesOn(Statement statement, List<Statement> earlier) {
    DistributionBasis from = statement.standing();
    DistributionBasis left = earlier.isEmpty() ? DistributionBasis.NONE : left(statement, earlier);
    return told(from.carried()).equals(told(left.carried()))
        && told(from.recouped()).equals(told(left.recouped()))
        && from.earlier().equals(left.earlier());
  }

  /** What a statement must start from: what the one before has left, and its own year has not. */
  private static DistributionBasis left(Statement statement, List<Statement> earlier) {
    DistributionBasis left = earlier.getLast().left();
    List<Statement> ofYear =
        statement.occasion() instanceof Occasion.Supplement && statement.income() == Income.REVENUE
            ? earlier.stream().filter(one -> isOfYear(one, statement)).toList()
            : List.of();
    if (ofYear.isEmpty()) {
      return left;
    }
    Money shared = ofYear.stream().map(Statement::whole).reduce(Money.ZERO, Money::plus);
    return left.supplementing(shared, ofYear.getLast().recovered());
  }

  /** Whether it supplements a year of which nothing is given. */
  private static boolean lacksItsYear(Statement statement, List<Statement> earlier) {
    return statement.standing().earlier().isPositive()
        && earlier.stream().noneMatch(one -> isOfYear(one, statement));
  }

  private static boolean isOfYear(Statement one, Statement other) {
    return one.occasion().calendarYear().equals(other.occasion().calendarYear());
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

  private void carriedForward(Statement statement, List<Statement> earlier) {
    if (isNext(statement, earlier)) {
      findings.examine(Check.CARRIED_FORWARD, () -> carried(statement, left(statement, earlier)));
    } else if (!earlier.isEmpty() || !isFirst(statement)) {
      findings.unproven(
          Check.CARRIED_FORWARD,
          statement.occasionZh()
              + "：缺少它前面的一份结算单（没有收入的年度除外），结转的尾差和此前收回数未能核对 (the statement before is not given)");
    }
  }

  /** Whether what it carries on from is given, with no gap between. */
  private static boolean isNext(Statement statement, List<Statement> earlier) {
    if (earlier.isEmpty() || lacksItsYear(statement, earlier)) {
      return false;
    }
    int latest = earlier.stream().mapToInt(StatementCheck::place).max().orElseThrow();
    return place(statement) - latest <= 1
        || (!isYearly(statement) && carriesOn(statement, earlier));
  }

  /** Whether nothing of this income can have been shared before. */
  private boolean isFirst(Statement statement) {
    return carriesOn(statement, List.of())
        && switch (statement.income()) {
          case PRICE, COMPENSATION, PENALTY -> true;
          case INSTALMENT -> statement.occasion().equals(Occasion.Instalment.FIRST);
          case REVENUE -> firstYear.isEmpty() || place(statement) <= firstYear.getAsInt();
        };
  }

  /** Its place among those of its income: the year, or which instalment it is. */
  private static int place(Statement statement) {
    return switch (statement.occasion()) {
      case Occasion.Price price -> 1;
      case Occasion.Instalment instalment -> instalment.number();
      case Occasion.Year year -> year.year();
      case Occasion.Supplement supplement -> supplement.year();
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
    Findings.must(
        from.earlier().equals(left.earlier()),
        "%s：该年度此前已分配数不符 (shared of the year before is not what was shared)",
        statement.occasionZh());
    return statement.occasionZh();
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
