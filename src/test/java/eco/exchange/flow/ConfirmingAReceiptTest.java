package eco.exchange.flow;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.AccountId;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.manualreceipt.ManualReceiptView;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.workflow.NewCase;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever confirms a receipt sees in the task what stands on the paper of the bank. */
class ConfirmingAReceiptTest {

  private static final AccountId OFFICER = new AccountId(new UUID(0, 7));
  private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

  @Test
  void the_task_tells_all_that_was_entered_and_by_whom() {
    BankAccount from = new BankAccount("安吉竹海公司", "6222020200112233445", "102100099996");

    NewCase begun = ManualReceipt.caseOf(entered(Optional.of(from), "竞买保证金"), "liqing");

    assertThat(begun.key()).isEqualTo("M1/3");
    assertThat(begun.facts())
        .isEqualTo(
            Map.of(
                "receipt", "M1",
                "number", "3",
                "amount", "200.00",
                "subAccount", "6900010000000000017",
                "payer", "安吉竹海公司",
                "payerAccount", "6222020200112233445 102100099996",
                "arrivedAt", "2026-03-02T01:00:00Z",
                "remittance", "竞买保证金",
                "enteredBy", "liqing",
                "submittedBy", OFFICER.toString()));
  }

  @Test
  void what_the_paper_does_not_tell_is_empty() {
    assertThat(ManualReceipt.caseOf(entered(Optional.empty(), ""), "liqing").facts())
        .containsEntry("payerAccount", "")
        .containsEntry("remittance", "");
  }

  private static ManualReceiptView entered(Optional<BankAccount> from, String remittance) {
    BankReceipt receipt =
        new BankReceipt(
            "M1",
            "6900010000000000017",
            Money.yuan("200.00"),
            "安吉竹海公司",
            MORNING,
            from,
            remittance,
            Optional.empty());
    return new ManualReceiptView(3, receipt, OFFICER, MORNING, Optional.empty());
  }
}
