package eco.exchange.server.bank;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.market.Page;
import eco.exchange.settlement.bank.BankRefusal;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.banking.BankMessageView;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PaymentFileView;
import eco.exchange.settlement.iso.IsoMessages;
import eco.exchange.wording.RefusalTitles;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One round between exchange and bank: what the bank has left is taken, and what is to be paid is
 * left for the bank. Two rounds at a time do no harm: a message is taken once, an order goes into
 * one file, and a file that stands there already is left alone.
 */
public final class BankFileTransfer {

  private static final Logger LOG = Logger.getLogger(BankFileTransfer.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Banking banking;
  private final BankFolder folder;
  private boolean handedOut;

  public BankFileTransfer(Banking banking, BankFolder folder) {
    this.banking = banking;
    this.folder = folder;
  }

  public void make() throws IOException {
    if (!handedOut) {
      await(banking.goOn());
      handOutAgain();
      handedOut = true;
    }
    for (Path file : BankFolder.waiting(folder.fromBank())) {
      take(file);
    }
    Optional<PaymentFile> next = await(banking.nextFile());
    while (next.isPresent()) {
      BankFolder.write(folder.toBank(), next.get().id(), IsoMessages.written(next.get()));
      next = await(banking.nextFile());
    }
  }

  // An exchange that ended in between has written a file in its books and not for the bank. The
  // bank
  // takes a file of an id once, so it may be left for it twice.
  private void handOutAgain() throws IOException {
    Optional<String> after = Optional.empty();
    do {
      Page<PaymentFileView> page = await(banking.files(after, Page.LIMIT_MAX));
      for (PaymentFileView file : page.items()) {
        if (!file.answered()) {
          byte[] written = await(banking.file(file.file())).orElseThrow();
          BankFolder.write(folder.toBank(), file.file(), written);
        }
      }
      after = page.after();
    } while (after.isPresent());
  }

  private void take(Path file) throws IOException {
    Answer<BankMessageView> answer = await(banking.take(BankFolder.bytes(file)));
    switch (answer) {
      case Answer.Done<BankMessageView> done -> BankFolder.keep(file, "taken");
      case Answer.Refused<BankMessageView> refused -> refused(file, refused.reasons().getFirst());
    }
  }

  // What is missing may yet come, and then this one follows; everything else is for a person.
  private void refused(Path file, Refusal reason) throws IOException {
    if (reason.reason() == BankRefusal.OUT_OF_ORDER) {
      LOG.debugf("%s waits: %s", file.getFileName(), reason.detail());
      return;
    }
    LOG.warnf("%s is refused, %s: %s", file.getFileName(), reason.reason(), reason.detail());
    BankFolder.keep(file, "refused");
    Path why = file.resolveSibling("refused").resolve(file.getFileName() + ".txt");
    String code = reason.reason().name();
    Files.writeString(
        why, "%s%n%s%n%s%n".formatted(code, RefusalTitles.of(code).zh(), reason.detail()));
  }

  private static <T> T await(Uni<T> asked) {
    return asked.await().atMost(PATIENCE);
  }
}
