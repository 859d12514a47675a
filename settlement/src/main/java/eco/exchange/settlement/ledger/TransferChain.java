package eco.exchange.settlement.ledger;

import java.util.List;

/**
 * Transfers that are made all together or not at all, in this order.
 *
 * @param members at least one, and at most {@value #MEMBERS_MAX}
 */
public record TransferChain(List<Transfer> members) {

  /** How long a chain may be. */
  public static final int MEMBERS_MAX = 1_000;

  /** Rejects a chain that is empty or too long. */
  public TransferChain {
    members = List.copyOf(members);
    if (members.isEmpty() || members.size() > MEMBERS_MAX) {
      throw new IllegalArgumentException("a chain of %d transfers".formatted(members.size()));
    }
  }

  /** A transfer by itself, or several that need each other. */
  public static TransferChain of(Transfer... members) {
    return new TransferChain(List.of(members));
  }
}
