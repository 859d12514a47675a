package eco.exchange.lab.bank;

import eco.exchange.server.bank.BankFolder;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.iso.IsoMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The delivery of messages to the exchange, in their order, with whatever faults are wanted. */
final class MessageDelivery {

  private final Path folder;
  private final String account;
  private final Set<DeliveryFault> faults;
  private final List<BankMessage> waiting = new ArrayList<>();
  private int delivered;

  MessageDelivery(Path folder, String account, Set<DeliveryFault> faults) {
    this.folder = folder;
    this.account = account;
    this.faults = faults;
  }

  void send(List<BankMessage> messages) throws IOException {
    waiting.addAll(messages);
    int together = faults.contains(DeliveryFault.REVERSED) ? 2 : 1;
    while (waiting.size() >= together) {
      List<BankMessage> next = new ArrayList<>(waiting.subList(0, together));
      waiting.subList(0, together).clear();
      leave(next.reversed());
    }
  }

  /** Leaves what has been held back to come in another order. */
  void flush() throws IOException {
    leave(new ArrayList<>(waiting));
    waiting.clear();
  }

  private void leave(List<BankMessage> messages) throws IOException {
    for (BankMessage message : messages) {
      byte[] bytes = IsoMessages.written(message, account);
      if (faults.contains(DeliveryFault.TRUNCATED)) {
        leave(message.id() + "-cut", Arrays.copyOf(bytes, bytes.length / 2));
      }
      leave(message.id(), bytes);
      if (faults.contains(DeliveryFault.TWICE)) {
        leave(message.id() + "-again", bytes);
      }
    }
  }

  // What the exchange has read, it need not read again after the bank was stopped.
  private void leave(String id, byte[] bytes) throws IOException {
    String name = "%08d-%s".formatted(++delivered, id);
    if (Files.notExists(folder.resolve("taken").resolve(name + ".xml"))
        && Files.notExists(folder.resolve("refused").resolve(name + ".xml"))) {
      BankFolder.write(folder, name, bytes);
    }
  }
}
