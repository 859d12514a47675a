package eco.exchange.settlement.distribution;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Occasion;
import java.util.Map;
import java.util.Optional;

/**
 * The command to note the facts that a distribution needs besides the income, before it is shared.
 *
 * @param contract the contract under which it is shared
 * @param occasion what the income is paid for
 * @param erosion the monitored erosion, in tonnes per square kilometre and year; unknown counts as
 *     too much
 * @param pledgeDue what each pledgee is owed now, by the key of the payee; nothing if not named
 * @param evidence what proves it, for example the numbers of the monitoring report and of the
 *     registration; at most 500 characters
 */
public record NoteFacts(
    ContractId contract,
    Occasion occasion,
    Optional<Integer> erosion,
    Map<String, Money> pledgeDue,
    String evidence) {

  /** Copies the map. */
  public NoteFacts {
    pledgeDue = Map.copyOf(pledgeDue);
  }
}
