package eco.exchange.web.settlement;

import eco.exchange.settlement.bank.BankAccount;
import jakarta.validation.constraints.Size;

/**
 * The body of a note where a payee is to be paid.
 *
 * @param payee the account of the ledger from which the payee is paid
 * @param holder whose account it is
 * @param account the number of the account
 * @param bank the number of the bank, twelve digits
 */
record NewPayeeAccount(
    @Size(max = 200) String payee,
    @Size(max = 140) String holder,
    @Size(max = 34) String account,
    @Size(max = 12) String bank) {

  BankAccount toAccount() {
    return new BankAccount(holder, account, bank);
  }
}
