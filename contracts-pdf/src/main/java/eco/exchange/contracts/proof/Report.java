package eco.exchange.contracts.proof;

import eco.exchange.contracts.proof.Verification.Finding;
import eco.exchange.contracts.proof.Verification.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings of an examination, in words for whoever holds the paper, be it a villager.
 *
 * @param verdict how it came out
 * @param conclusion what that means for the reader
 * @param lines what was checked, in order
 */
public record Report(Verdict verdict, String conclusion, List<Line> lines) {

  /** Copies the lines. */
  public Report {
    lines = List.copyOf(lines);
  }

  /** How an examination came out; a program tells the first as 0, the second as 1, ... */
  public enum Verdict {
    /** Nothing is wrong, and everything is proven. */
    GENUINE,
    /** Something is wrong. */
    FALSE,
    /** There is no paper that could be examined. */
    UNREADABLE,
    /** Nothing is wrong, but a seal or a statement is missing that would prove it. */
    UNPROVEN
  }

  /**
   * One thing that was checked.
   *
   * @param outcome how it came out
   * @param code the stable name of the check
   * @param text what was checked, or what it means that it is wrong
   * @param detail what was found; may be empty
   */
  public record Line(Outcome outcome, String code, String text, String detail) {

    static Line of(Finding finding) {
      boolean isWrong = finding.outcome() == Outcome.WRONG;
      return new Line(
          finding.outcome(),
          finding.check().name(),
          isWrong ? finding.check().ifWrong() : finding.check().zh(),
          finding.detail());
    }

    /** A sign that tells the outcome at a glance. */
    public String sign() {
      return switch (outcome) {
        case RIGHT -> "✓";
        case WRONG -> "✗";
        case UNPROVEN -> "?";
        case NOTE -> "!";
      };
    }
  }

  /**
   * Examines a contract, and what belongs to it if the contract is genuine.
   *
   * @param files the files of amendments and statements, in any order
   */
  public static Report examine(ContractVerifier verifier, byte[] paper, List<byte[]> files) {
    Verification contract = verifier.verify(paper);
    List<Line> lines = lines(contract);
    if (!contract.isGenuine() || files.isEmpty()) {
      return new Report(verdict(contract), conclusion(contract, false), lines);
    }
    Verification further = ContractVerifier.trustingTheRootOf(paper).verifyFurther(paper, files);
    lines.addAll(lines(further));
    return new Report(verdict(further), conclusion(further, true), lines);
  }

  private static List<Line> lines(Verification verification) {
    return new ArrayList<>(verification.findings().stream().map(Line::of).toList());
  }

  private static Verdict verdict(Verification verification) {
    if (!verification.isReadable()) {
      return Verdict.UNREADABLE;
    }
    if (!verification.isGenuine()) {
      return Verdict.FALSE;
    }
    return verification.isUnproven() ? Verdict.UNPROVEN : Verdict.GENUINE;
  }

  private static String conclusion(Verification verification, boolean isOfFurtherFiles) {
    return switch (verdict(verification)) {
      case GENUINE ->
          isOfFurtherFiles
              ? "合同是真的，没有被改动过；补充协议前后接续，结算单按当年适用的条款逐笔重新计算，每一方的金额都一致。"
              : "合同是真的，没有被改动过；印章、双方签名、条款数据与正文相互一致。";
      case FALSE ->
          isOfFurtherFiles
              ? "合同是真的，但是补充协议或者结算单有不符之处（见标 ✗ 的各项），请带着这些文件到交易中心询问。"
              : "这份文件不能作为依据（见标 ✗ 的各项），不要凭它付款或者领款，请向交易中心索取原件。";
      case UNPROVEN ->
          "合同是真的，补充协议前后接续，结算单的数字与重新计算的一致；但是有的结算单没有印章，或者缺少它前面的一份"
              + "（见标 ? 的各项），还不能证明全部属实，请向交易中心索取盖章的结算单。";
      case UNREADABLE -> "这个文件打不开，或者不是合同文件，无法核验。";
    };
  }
}
