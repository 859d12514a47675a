package eco.exchange.settlement.instalment;

import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.sharing.PriceInstalment;
import java.util.Optional;

/**
 * One instalment of a price, and whether it has come in.
 *
 * @param instalment what is due, and when
 * @param subAccount where it is awaited; empty for a first that the deposit makes
 * @param penalty where the penalty is awaited, if it came late
 * @param isShared whether it has come in and is shared
 */
public record InstalmentView(
    PriceInstalment instalment,
    Optional<SubAccountView> subAccount,
    Optional<SubAccountView> penalty,
    boolean isShared) {}
