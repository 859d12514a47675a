package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.MANAGER;
import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.manualreceipt.ManualReceiptView;
import eco.exchange.settlement.manualreceipt.ManualReceipts;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.ReceiptResolution;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One person enters what the paper of the bank says, and another holds it against that paper. */
class EnteringReceiptsByHandTest {

  private final BankLink link = new BankLink();
  private final ManualReceipts manual = link.database.manualReceipts(link.market, link.bank);

  @AfterEach
  void the_books_are_right() {
    assertThat(await(link.door.books()).areRight()).isTrue();
  }

  @Test
  void all_that_was_entered_is_found_by_its_number_and_not_only_while_it_waits() {
    BankReceipt paper = paper(Optional.of(OF_ANJI), "竞买保证金");
    ManualReceiptView entered = done(manual.enter(paper, OFFICER));

    assertThat(await(manual.entered(entered.number()))).contains(entered);
    assertThat(entered.receipt()).isEqualTo(paper);
    assertThat(entered.enteredBy()).isEqualTo(OFFICER.account());
    assertThat(done(manual.enter(paper, OFFICER))).as("the same again").isEqualTo(entered);
    assertThat(told(manual.enter(paper(Optional.empty(), "竞买保证金"), OFFICER)))
        .isEqualTo("RECEIPT_DIFFERS");

    done(manual.confirm(entered.number(), "与回单一致", MANAGER));
    assertThat(await(manual.entered(entered.number())).orElseThrow().end()).isPresent();
    assertThat(await(manual.entered(entered.number() + 1))).isEmpty();
  }

  @Test
  void money_goes_back_to_the_account_that_was_entered() {
    long number = done(manual.enter(paper(Optional.of(OF_ANJI), "误汇"), OFFICER)).number();
    done(manual.confirm(number, "与回单一致", MANAGER));
    BankReceipt taken = await(link.door.receipt("M1")).orElseThrow().receipt();
    assertThat(taken.remittance()).isEqualTo("误汇");

    done(link.door.resolve("M1", new ReceiptResolution.Return(), OFFICER));
    assertThat(await(link.bank.nextFile()).orElseThrow().payments())
        .extracting(Payment::to)
        .containsExactly(OF_ANJI);
  }

  @Test
  void what_looks_like_no_account_and_too_many_words_are_refused() {
    BankAccount misshapen = new BankAccount("安吉竹海公司", "12", "102100099996");
    assertThat(told(manual.enter(paper(Optional.of(misshapen), ""), OFFICER)))
        .isEqualTo("ACCOUNT_UNFIT");
    assertThat(told(manual.enter(paper(Optional.empty(), "长".repeat(501)), OFFICER)))
        .isEqualTo("TEXT_OUT_OF_BOUNDS");
  }

  private static BankReceipt paper(Optional<BankAccount> from, String remittance) {
    return new BankReceipt(
        "M1", "", yuan("33.00"), OF_ANJI.holder(), START, from, remittance, Optional.empty());
  }
}
