package eco.exchange.contracts.proof;

import eco.exchange.sharing.SealedContract;
import java.util.List;
import java.util.Optional;

/**
 * What the examination of a paper has found, in the order in which it was examined.
 *
 * @param findings one for each thing that was checked
 * @param contract what the paper states for settlement; empty unless the paper is genuine
 */
public record Verification(List<Finding> findings, Optional<SealedContract> contract) {

  /** Copies the findings. */
  public Verification {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isGenuine() {
    return findings.stream().noneMatch(finding -> finding.outcome() == Outcome.WRONG);
  }

  /** Whether the paper could be read at all. */
  public boolean isReadable() {
    return findings.stream()
        .noneMatch(f -> f.outcome() == Outcome.WRONG && f.check() == Check.READABLE);
  }

  /** What is wrong, in order. */
  public List<Finding> wrong() {
    return findings.stream().filter(finding -> finding.outcome() == Outcome.WRONG).toList();
  }

  /** How a check came out. */
  public enum Outcome {
    /** As it should be. */
    RIGHT,
    /** Not as it should be: the paper proves nothing. */
    WRONG,
    /** Something that the reader should know and may have to decide. */
    NOTE
  }

  /**
   * One thing that was checked.
   *
   * @param check what was checked
   * @param outcome how it came out
   * @param detail what was found, in Chinese and English words
   */
  public record Finding(Check check, Outcome outcome, String detail) {}

  /** What is checked, in order; the name is the stable code. */
  public enum Check {
    /** 文件可读. */
    READABLE("文件可读取");

    private final String zh;

    Check(String zh) {
      this.zh = zh;
    }

    /** The name as it is printed. */
    public String zh() {
      return zh;
    }
  }
}
