package eco.exchange.lab.bank;

import eco.exchange.answer.Answer;
import eco.exchange.programs.Console;
import eco.exchange.server.bank.BankFolder;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.iso.IsoMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The branch of the bank that keeps the exchange's account: it reads what is handed in, keeps every
 * input under a number, and books it. When it opens it books all that it has kept once more.
 */
final class BankBranch {

  private final BankFolder folder;
  private final Path counter;
  private final Path kept;
  private final BankBook book;
  private final MessageDelivery delivery;
  private int inputs;

  private BankBranch(BankFolder folder, String account, Set<DeliveryFault> faults)
      throws IOException {
    this.folder = folder;
    this.counter = BankCounter.of(folder);
    this.kept = BankCounter.kept(folder);
    this.book = new BankBook();
    this.delivery = new MessageDelivery(folder.fromBank(), account, faults);
  }

  static BankBranch open(BankFolder folder, String account, Set<DeliveryFault> faults)
      throws IOException {
    BankBranch branch = new BankBranch(folder, account, faults);
    for (Path input : sorted(branch.kept)) {
      branch.inputs++;
      branch.book(input);
    }
    branch.delivery.flush();
    return branch;
  }

  /** Books everything that waits, and says how much that was. */
  int work() throws IOException {
    int before = inputs;
    for (Path slip : sorted(counter)) {
      if (slip.getFileName().toString().endsWith(BankCounter.SLIP)) {
        book(keep(slip));
      }
    }
    for (Path file : BankFolder.waiting(folder.toBank())) {
      book(keep(file));
    }
    delivery.flush();
    return inputs - before;
  }

  private Path keep(Path input) throws IOException {
    inputs++;
    Path place = kept.resolve("%08d-%s".formatted(inputs, input.getFileName()));
    return Files.move(input, place);
  }

  private void book(Path input) throws IOException {
    delivery.send(
        input.getFileName().toString().endsWith(BankCounter.SLIP)
            ? book.book(BankSlip.read(BankFolder.bytes(input)))
            : payments(input));
  }

  private List<BankMessage> payments(Path input) throws IOException {
    Answer<PaymentFile> read = IsoMessages.toBank(BankFolder.bytes(input));
    return switch (read) {
      case Answer.Done<PaymentFile> done -> book.book(done.value());
      case Answer.Refused<PaymentFile> refused -> {
        Console.complain("%s: %s".formatted(input.getFileName(), refused.reasons()));
        yield List.of();
      }
    };
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
