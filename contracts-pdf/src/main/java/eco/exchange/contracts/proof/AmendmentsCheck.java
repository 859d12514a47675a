package eco.exchange.contracts.proof;

import eco.exchange.contracts.deal.AmendmentLink;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealFiles;
import eco.exchange.contracts.deal.DealJson;
import eco.exchange.contracts.proof.Findings.Wrong;
import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.contracts.proof.Verification.Outcome;
import eco.exchange.sharing.ContractVersions;
import eco.exchange.sharing.SealedAmendment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The check that amendments are genuine, and each is chained to the version before. */
final class AmendmentsCheck {

  private final Function<byte[], Verification> verify;
  private final Findings findings;
  private Deal last;
  private ContractVersions versions;

  /**
   * A check of what follows a contract.
   *
   * @param verify the examination of one paper by itself
   * @param deal the deal of the contract
   */
  AmendmentsCheck(Function<byte[], Verification> verify, Deal deal, Findings findings) {
    this.verify = verify;
    this.findings = findings;
    this.last = deal;
    this.versions = new ContractVersions(ContractCheck.sealed(deal), List.of());
  }

  /** Whether a file is a contract or an amendment, for only these carry a deal. */
  static boolean isOne(byte[] file) {
    try (SignedPaper paper = new SignedPaper(file)) {
      return paper.print().attachment(DealFiles.DEAL_FILE).isPresent();
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError notOne) {
      return false;
    }
  }

  /** Examines amendments, whatever their order, and gives the versions that are proven. */
  ContractVersions examine(List<byte[]> files) {
    List<Deal> deals = new ArrayList<>();
    for (byte[] file : files) {
      Verification proof = verify.apply(file);
      proof.findings().stream()
          .filter(finding -> finding.outcome() != Outcome.NOTE)
          .forEach(findings::add);
      if (proof.isGenuine()) {
        deals.add(PaperContents.dealIn(file).deal());
      }
    }
    deals.sort(Comparator.comparing(deal -> deal.contract().version()));
    deals.forEach(deal -> findings.examine(Check.AMENDMENT, () -> follows(deal)));
    return versions;
  }

  private String follows(Deal deal) throws Wrong {
    Optional<SealedAmendment> amendment = PaperContents.sealed(deal);
    Findings.must(amendment.isPresent(), "%s不是补充协议 (no amendment)", deal.contract());
    Optional<ContractVersions.Break> broken = amendment.flatMap(versions::breakBefore);
    Findings.must(
        broken.isEmpty(),
        "%s不接续%s：%s (out of chain)",
        deal.contract(),
        versions.latest(),
        broken.map(Enum::name).orElse(""));
    String hash = deal.amends().map(AmendmentLink::dealHash).orElse("");
    Findings.must(
        hash.equals(DealJson.hash(last)),
        "%s载明的前一版要素指纹与%s不符 (chained to another deal)",
        deal.contract(),
        last.contract());
    Findings.must(
        isSameButForTerms(deal, last), "%s改动了收益分配以外的内容 (bargain changed)", deal.contract());
    last = deal;
    versions = versions.and(amendment.orElseThrow());
    return "%s，自%s起适用"
        .formatted(deal.contract(), amendment.map(SealedAmendment::from).orElseThrow());
  }

  private static boolean isSameButForTerms(Deal one, Deal other) {
    return one.transferor().equals(other.transferor())
        && one.transferee().equals(other.transferee())
        && one.subject().equals(other.subject())
        && one.appraisal().equals(other.appraisal())
        && one.sale().equals(other.sale());
  }
}
