package eco.exchange.server.bank;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.market.Page;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.banking.BankMessageView;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PaymentFileView;
import eco.exchange.settlement.iso.IsoMessages;
import eco.exchange.wording.RefusalTitles;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * One round between exchange and bank: what the bank has left is taken, and what is to be paid is
 * left for the bank. Two rounds at a time do no harm: a message is taken once, an order goes into
 * one file, and a file that stands there already is left alone.
 */
public final class BankFileTransfer {

  private static final Logger LOG = Logger.getLogger(BankFileTransfer.class);

  /** How long a file may take to be written. */
  private static final Duration WRITTEN_IN = Duration.ofHours(1);

  /** Of how many files of other names persons are told at a time; each is a task. */
  private static final int STRANGE_MAX = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Banking banking;
  private final BankFolder folder;
  private final InstantSource time;
  private final Set<Path> seenTo = new HashSet<>();
  private boolean wentOn;
  private boolean handedOut;

  /**
   * Creates the rounds over a folder.
   *
   * @param time of the machine, not of the market: by it files lie in the folder
   */
  public BankFileTransfer(Banking banking, BankFolder folder, InstantSource time) {
    this.banking = banking;
    this.folder = folder;
    this.time = time;
  }

  /**
   * Makes a round. A message that fails stays where it is for the next round, and stops neither
   * those behind it nor what is to be paid.
   *
   * @throws IOException if the folder fails, or else of the first message that has failed
   */
  public void make() throws IOException {
    List<Exception> failures = new ArrayList<>();
    if (!handedOut) {
      handOutAgain();
      handedOut = true;
    }
    if (!wentOn) {
      goOn(failures);
    }
    for (Path file : BankFolder.waiting(folder.fromBank())) {
      try {
        take(file);
      } catch (NoSuchFileException taken) {
        LOG.debugf("%s was taken by another round", file.getFileName());
      } catch (IOException | RuntimeException failure) {
        LOG.debugf(failure, "%s waits for the next round", file.getFileName());
        failures.add(failure);
      }
    }
    writePayments();
    noteStrange();
    if (!failures.isEmpty()) {
      throw failed(failures.getFirst());
    }
  }

  // Many write a file under another name until it is whole; what lies longer is never taken.
  private void noteStrange() throws IOException {
    List<Path> found = BankFolder.strange(folder.fromBank(), time.instant().minus(WRITTEN_IN));
    seenTo.retainAll(found);
    int open = 0;
    for (Path file : found) {
      if (open < STRANGE_MAX && !seenTo.contains(file)) {
        if (noteUnreadable(file, "a file of this name is not read; messages end in .xml")) {
          open++;
        } else {
          seenTo.add(file);
        }
      }
    }
  }

  private boolean noteUnreadable(Path file, String why) throws IOException {
    Instant writtenAt = Files.getLastModifiedTime(file).toInstant();
    return await(banking.noteUnreadable(file.getFileName().toString(), writtenAt, why));
  }

  private void goOn(List<Exception> failures) {
    try {
      await(banking.goOn());
      wentOn = true;
    } catch (RuntimeException failure) {
      LOG.debug("what was left undone waits for the next round", failure);
      failures.add(failure);
    }
  }

  private static IOException failed(Exception first) {
    return first instanceof IOException failure ? failure : new IOException(first);
  }

  private void writePayments() throws IOException {
    Optional<PaymentFile> next = await(banking.nextFile());
    while (next.isPresent()) {
      BankFolder.write(folder.toBank(), next.get().id(), IsoMessages.written(next.get()));
      next = await(banking.nextFile());
    }
  }

  // An exchange that ended in between has written a file in its books and not for the bank, which
  // takes a file of an id once: it may be left there twice.
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
    byte[] message = read(file);
    Answer<List<BankMessageView>> answer = await(banking.take(message));
    switch (answer) {
      case Answer.Done<List<BankMessageView>> done -> BankFolder.keep(file, "taken");
      case Answer.Refused<List<BankMessageView>> refused ->
          refused(file, message, refused.reasons().getFirst());
    }
  }

  // What cannot be read now may be another time; until then a person is told.
  private byte[] read(Path file) throws IOException {
    try {
      return BankFolder.bytes(file);
    } catch (NoSuchFileException taken) {
      throw taken;
    } catch (IOException unreadable) {
      noteUnreadable(file, unreadable.getClass().getSimpleName());
      throw unreadable;
    }
  }

  // It is set aside and told aloud before the next one is taken.
  private void refused(Path file, byte[] message, Refusal reason) throws IOException {
    String name = file.getFileName().toString();
    await(banking.noteRefused(name, Files.getLastModifiedTime(file).toInstant(), message, reason));
    LOG.warnf("%s is refused, %s: %s", name, reason.reason(), reason.detail());
    Path kept = BankFolder.keep(file, "refused");
    Path why = kept.resolveSibling(kept.getFileName() + ".txt");
    String code = reason.reason().name();
    Files.writeString(
        why, "%s%n%s%n%s%n".formatted(code, RefusalTitles.of(code).zh(), reason.detail()));
  }

  private static <T> T await(Uni<T> asked) {
    return asked.await().atMost(PATIENCE);
  }
}
