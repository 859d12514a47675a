package eco.exchange.settlement.allotment;

import eco.exchange.settlement.bank.BankAccount;
import java.time.Instant;
import java.util.Optional;

/**
 * The account to which a member is paid, as far as anybody may read it.
 *
 * @param member the number of the member
 * @param shown the masked name
 * @param account the account, with its holder and its number masked; empty while none is told
 * @param toldAt when it was told
 */
public record MemberAccountView(
    String member, String shown, Optional<BankAccount> account, Optional<Instant> toldAt) {}
