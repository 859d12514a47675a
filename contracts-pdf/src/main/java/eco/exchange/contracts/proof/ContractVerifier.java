package eco.exchange.contracts.proof;

import eco.exchange.calendar.Deadline;
import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.print.manuscript.SignaturePlace;
import eco.exchange.contracts.proof.Verification.Check;
import eco.exchange.sharing.ContractVersions;
import eco.exchange.sharing.SealedContract;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The proof of a contract from the paper alone, offline and without the exchange.
 *
 * <p>It holds no state and may be shared by threads. Whatever the bytes contain, it answers and
 * never throws.
 */
public final class ContractVerifier {

  private final Optional<X509Certificate> anchor;

  private ContractVerifier(Optional<X509Certificate> anchor) {
    this.anchor = anchor;
  }

  /** A verifier that trusts the root certificate inside the paper, and tells its fingerprint. */
  public static ContractVerifier trustingThePaper() {
    return new ContractVerifier(Optional.empty());
  }

  /** A verifier that trusts this root certificate of the exchange and no other. */
  public static ContractVerifier trusting(X509Certificate anchor) {
    return new ContractVerifier(Optional.of(anchor));
  }

  /**
   * A verifier that trusts the root of a contract, so that its statements must come from the same
   * exchange.
   *
   * @param genuine a contract that {@link #verify} has found genuine
   */
  public static ContractVerifier trustingTheRootOf(byte[] genuine) {
    try (SignedPaper paper = new SignedPaper(genuine)) {
      return trusting(paper.chain(SignaturePlace.SEAL).getLast());
    } catch (IOException e) {
      throw new IllegalArgumentException("no paper", e);
    }
  }

  /** Whether a signature is on a paper, is over it, and is of the form that a proof demands. */
  public static boolean isIntact(byte[] pdf, String field) {
    try (SignedPaper paper = new SignedPaper(pdf)) {
      paper.mustBeIntact(field);
      return true;
    } catch (Findings.Wrong
        | GeneralSecurityException
        | IOException
        | RuntimeException
        | AssertionError not) {
      return false;
    }
  }

  /** Examines a contract or an amendment: seal, signatures, attachments, terms and print. */
  public Verification verify(byte[] pdf) {
    Findings findings = new Findings();
    try (SignedPaper paper = new SignedPaper(pdf)) {
      SealCheck seal = new SealCheck(paper, anchor, findings);
      seal.examine();
      ContractCheck contract = new ContractCheck(paper, seal, findings);
      contract.examine();
      contract.noteAmendment();
      return new Verification(
          findings.all(), findings.areRight() ? Optional.of(contract.sealed()) : Optional.empty());
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError broken) {
      findings.wrong(Check.READABLE, "%s".formatted(broken.getMessage()));
      return new Verification(findings.all(), Optional.empty());
    }
  }

  /**
   * Shares an income again by the terms, and compares with what a statement says was paid.
   *
   * @param termsJson the canonical terms of the contract
   * @param statementJson the statement, of either form of eco.exchange/distribution-statement
   */
  public static Verification recompute(String termsJson, String statementJson) {
    Findings findings = new Findings();
    new StatementCheck(termsJson, findings).examine(List.of(statementJson));
    return new Verification(findings.all(), Optional.empty());
  }

  /**
   * Examines the statements of a contract that was never amended: that each is of this contract,
   * carries on from the one before, and pays what the terms give.
   *
   * @param contract the contract, as {@link #verify} has told it
   * @param statements the files, each a statement's JSON or its sealed paper, in any order
   */
  public Verification verifyStatements(SealedContract contract, List<byte[]> statements) {
    Findings findings = new Findings();
    statements(
        new ContractVersions(contract, List.of()), OptionalInt.empty(), statements, findings);
    return new Verification(findings.all(), Optional.of(contract));
  }

  /**
   * Examines what belongs to a contract: that each amendment is genuine and chained to the version
   * before, and that each statement pays what the version gives that was in force.
   *
   * @param genuine a contract that {@link #verify} has found genuine
   * @param files its amendments, and its statements as above, in any order
   */
  public Verification verifyFurther(byte[] genuine, List<byte[]> files) {
    Findings findings = new Findings();
    Deal deal = PaperContents.dealIn(genuine).deal();
    Map<Boolean, List<byte[]>> sorted =
        files.stream().collect(Collectors.partitioningBy(AmendmentsCheck::isOne));
    ContractVersions versions =
        new AmendmentsCheck(this::verify, deal, findings)
            .examine(sorted.getOrDefault(true, List.of()));
    statements(
        versions,
        OptionalInt.of(yearOfSealing(genuine)),
        sorted.getOrDefault(false, List.of()),
        findings);
    return new Verification(findings.all(), Optional.of(versions.contract()));
  }

  private void statements(
      ContractVersions versions,
      OptionalInt firstYear,
      List<byte[]> statements,
      Findings findings) {
    StatementFiles files = new StatementFiles(anchor, findings);
    List<String> jsons = statements.stream().map(files::json).flatMap(Optional::stream).toList();
    new StatementCheck(versions, firstYear, findings).examine(jsons);
  }

  /** The year in which a contract was sealed and took effect: it has no revenue of an earlier. */
  private static int yearOfSealing(byte[] genuine) {
    try (SignedPaper paper = new SignedPaper(genuine)) {
      return paper.signedAt(SignaturePlace.SEAL).atZone(Deadline.ZONE).getYear();
    } catch (IOException e) {
      throw new IllegalArgumentException("no paper", e);
    }
  }
}
