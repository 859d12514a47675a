package eco.exchange.programs;

import eco.exchange.contracts.proof.ContractVerifier;
import eco.exchange.contracts.proof.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that checks a sealed contract, and that statements follow from it, or the record of
 * an auction, from the files alone.
 *
 * <p>{@code verify [--root exchange-root.crt] contract.pdf [amendment.pdf | statement.json |
 * statement.pdf ...]}, or {@code verify auction-record.jsonl}. The exit code is 0 if all is right,
 * 1 if something is wrong, 2 if a file could not be read or the arguments not understood, 3 if the
 * figures are right and what would prove them is not there: a seal, or the statement before.
 */
public final class VerifyProgram {

  private static final int RIGHT = 0;
  private static final int WRONG = 1;
  private static final int NOT_READ = 2;
  private static final int UNPROVEN = 3;
  private static final String ROOT = "--root";
  private static final long SIZE_MAX = 50_000_000;

  private VerifyProgram() {}

  /** Checks the files named. */
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    List<String> files = new ArrayList<>(List.of(arguments));
    try {
      ContractVerifier verifier = verifier(files);
      if (files.isEmpty() || files.getFirst().startsWith("-")) {
        Console.complain(
            "用法 usage: verify [--root exchange-root.crt] contract.pdf [amendment | statement ...]"
                + " | auction-record.jsonl");
        return NOT_READ;
      }
      if (files.size() == 1 && AuctionRecordFile.isOne(Path.of(files.getFirst()))) {
        return conclude(AuctionRecordFile.verify(Path.of(files.getFirst())));
      }
      List<byte[]> contents = new ArrayList<>();
      for (String file : files) {
        contents.add(content(file));
      }
      return verify(verifier, files, contents);
    } catch (IOException | CertificateException unreadable) {
      Console.complain("无法读取 cannot read: " + unreadable.getMessage());
      return NOT_READ;
    }
  }

  private static int verify(ContractVerifier verifier, List<String> files, List<byte[]> contents) {
    Console.say("合同 contract  " + files.getFirst());
    if (files.size() > 1) {
      Console.say(
          "补充协议、结算单 amendments, statements  " + String.join(", ", files.subList(1, files.size())));
    }
    Report report =
        Report.examine(verifier, contents.getFirst(), contents.subList(1, contents.size()));
    for (Report.Line line : report.lines()) {
      String detail = line.detail().isEmpty() ? "" : "：" + line.detail();
      Console.say("  %s %s %s%s".formatted(line.sign(), line.text(), line.code(), detail));
    }
    Console.say("结论：" + report.conclusion());
    return switch (report.verdict()) {
      case GENUINE -> RIGHT;
      case FALSE -> WRONG;
      case UNREADABLE -> NOT_READ;
      case UNPROVEN -> UNPROVEN;
    };
  }

  private static int conclude(boolean isRight) {
    Console.say(isRight ? "结论：全部一致 all is right" : "结论：有不符之处，见上 ✗ something is wrong");
    return isRight ? RIGHT : WRONG;
  }

  private static ContractVerifier verifier(List<String> files)
      throws IOException, CertificateException {
    if (files.isEmpty() || !files.getFirst().equals(ROOT)) {
      return ContractVerifier.trustingThePaper();
    }
    files.removeFirst();
    if (files.isEmpty()) {
      throw new IOException(ROOT);
    }
    try (InputStream root = Files.newInputStream(Path.of(files.removeFirst()))) {
      return ContractVerifier.trusting(
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(root));
    }
  }

  private static byte[] content(String file) throws IOException {
    Path path = Path.of(file);
    if (Files.size(path) > SIZE_MAX) {
      throw new IOException(file + " is too large");
    }
    return Files.readAllBytes(path);
  }
}
