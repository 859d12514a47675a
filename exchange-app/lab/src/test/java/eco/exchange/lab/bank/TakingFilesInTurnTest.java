package eco.exchange.lab.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import eco.exchange.answer.Answer;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import eco.exchange.server.bank.BankFileTransfer;
import eco.exchange.server.bank.BankFolder;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.HouseAccount;
import eco.exchange.settlement.bank.NotedLine;
import eco.exchange.settlement.banking.BankMessageView;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.iso.IsoMessages;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the bank that cannot be read keeps back nobody but itself. */
@QuarkusTest
class TakingFilesInTurnTest {

  /** A file that is there and cannot be read, whoever asks: no memory begins at its first byte. */
  private static final Path UNREADABLE = Path.of("/proc/self/mem");

  private static final Instant NOON = Instant.parse("2030-03-04T04:00:00Z");

  @Inject Banking banking;
  @Inject HouseAccount house;

  @Test
  void a_file_that_cannot_be_read_is_a_task_and_the_next_one_is_taken(@TempDir Path shared)
      throws IOException {
    BankFolder folder = new BankFolder(shared);
    BankFileTransfer round = new BankFileTransfer(banking, folder, InstantSource.system());
    Files.createSymbolicLink(folder.fromBank().resolve("a.xml"), UNREADABLE);
    BankMessage behind =
        new BankMessage.Notice("IN-TURN-1", NOON, List.of(new NotedLine("IN-TURN", "INFO")));
    BankFolder.write(folder.fromBank(), "b", IsoMessages.written(behind, house.account().number()));

    assertThatIOException().isThrownBy(round::make);
    assertThatIOException().isThrownBy(round::make);

    assertThat(await(banking.messages(Optional.empty(), 10)).items())
        .extracting(BankMessageView::message)
        .contains("IN-TURN-1");
    List<BankException> unreadable = open("a.xml");
    assertThat(unreadable)
        .singleElement()
        .extracting(BankException::kind)
        .isEqualTo(BankException.Kind.MESSAGE_REFUSED);
    settled(unreadable.getFirst().key());
  }

  @Test
  void a_file_of_another_name_is_a_task_when_it_has_lain_for_an_hour(@TempDir Path shared)
      throws IOException {
    BankFolder folder = new BankFolder(shared);
    Path odd = Files.writeString(folder.fromBank().resolve("statement.dat"), "对账单");
    Instant written = Files.getLastModifiedTime(odd).toInstant();
    BankFileTransfer soon = new BankFileTransfer(banking, folder, () -> written.plusSeconds(3_500));
    BankFileTransfer later =
        new BankFileTransfer(banking, folder, () -> written.plusSeconds(3_700));

    soon.make();
    assertThat(open("statement.dat")).as("it may be written still").isEmpty();
    later.make();
    later.make();
    assertThat(open("statement.dat")).hasSize(1);
    settled(open("statement.dat").getFirst().key());
  }

  @Test
  void a_file_that_bears_the_name_of_one_that_was_read_leaves_that_in_its_place(
      @TempDir Path shared) throws IOException {
    BankFolder folder = new BankFolder(shared);
    BankFileTransfer round = new BankFileTransfer(banking, folder, InstantSource.system());
    for (String text : List.of("第一份", "第二份", "第三份")) {
      Files.writeString(folder.fromBank().resolve("daily.xml"), text);
      round.make();
    }

    String longName = "长".repeat(80) + ".xml";
    Files.writeString(folder.fromBank().resolve(longName), "一份");
    round.make();
    assertThat(folder.fromBank().resolve(longName)).doesNotExist();
    open(longName).forEach(one -> settled(one.key()));

    Path refused = folder.fromBank().resolve("refused");
    assertThat(refused.resolve("daily.xml")).hasContent("第一份");
    assertThat(refused.resolve("daily.xml~2")).hasContent("第二份");
    assertThat(refused.resolve("daily.xml~3")).hasContent("第三份");
    assertThat(refused.resolve("daily.xml~3.txt")).exists();
    assertThat(open("daily.xml")).hasSize(3);
    open("daily.xml").forEach(one -> settled(one.key()));
  }

  @Test
  void of_many_files_of_other_names_persons_are_told_of_twenty_at_a_time(@TempDir Path shared)
      throws IOException {
    BankFolder folder = new BankFolder(shared);
    for (int i = 0; i < 25; i++) {
      Files.writeString(folder.fromBank().resolve("many-%02d.dat".formatted(i)), "对账单");
    }
    Instant later = Instant.now().plusSeconds(7_200);
    BankFileTransfer round = new BankFileTransfer(banking, folder, () -> later);
    round.make();
    round.make();
    assertThat(open("many-19.dat")).hasSize(1);
    assertThat(open("many-20.dat")).isEmpty();

    Files.delete(folder.fromBank().resolve("many-00.dat"));
    round.make();
    assertThat(open("many-20.dat")).hasSize(1);

    settled(open("many-01.dat").getFirst().key());
    round.make();
    assertThat(open("many-21.dat")).as("what was seen to hides no other").hasSize(1);
    for (int i = 0; i < 25; i++) {
      open("many-%02d.dat".formatted(i)).forEach(one -> settled(one.key()));
    }
  }

  private List<BankException> open(String file) {
    return await(banking.exceptions(Optional.empty(), 100)).items().stream()
        .filter(open -> open.subject().equals(file))
        .toList();
  }

  private void settled(String key) {
    Answer<BankException> ended =
        await(
            banking.settle(key, new ExceptionSettlement.Explained(), "文件已由银行重发", actor(), actor()));
    assertThat(ended).isInstanceOf(Answer.Done.class);
  }

  private static Actor actor() {
    return new Actor(new AccountId(UUID.randomUUID()), new PartyId(UUID.randomUUID()));
  }

  private static <T> T await(Uni<T> asked) {
    return asked.await().atMost(Duration.ofSeconds(60));
  }
}
