package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.MANAGER;
import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.BankLink.OF_THE_VILLAGE;
import static eco.exchange.settlement.BankLink.incoming;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.account;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.party;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PayeeAccountView;
import eco.exchange.settlement.ownpayment.OwnPayments;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever confirms an account sees whose it should be, who has told it, and what was before. */
class KnowingWhoIsPaidTest {

  private static final PartyId VILLAGE = party("village");
  private static final Actor VILLAGE_CLERK = new Actor(account("village clerk"), VILLAGE);
  private static final ContractId CONTRACT = new ContractId(TRADE, 1);
  private static final String OWNER = TRADE + ":PAYEE:owner";
  private static final BankAccount ANOTHER =
      new BankAccount("甲村集体", "6228480402564890026", "103100000026");

  private final BankLink link = new BankLink();
  private final SettlementMarket market = link.market;
  private final Banking bank = link.bank;
  private final OwnPayments own = link.database.ownPayments(market, bank);

  @Test
  void an_account_tells_its_trade_who_the_payee_is_and_that_the_payee_has_told_it() {
    isShared();
    done(own.noteAccount(OWNER, OF_THE_VILLAGE, VILLAGE_CLERK));

    PayeeAccountView awaited = awaited();
    assertThat(awaited.trade()).isEqualTo(TRADE.code());
    assertThat(awaited.beneficiary()).isEqualTo("甲村集体");
    assertThat(awaited.party()).contains(VILLAGE);
    assertThat(awaited.isToldByPayee()).isTrue();
    assertThat(awaited.before()).isEmpty();
  }

  @Test
  void what_was_before_is_what_had_been_confirmed_last() {
    isShared();
    long first = done(own.noteAccount(OWNER, OF_THE_VILLAGE, VILLAGE_CLERK)).number();
    PayeeAccountView confirmed = done(bank.confirmAccount(OWNER, first, MANAGER));
    assertThat(confirmed.before()).as("not itself").isEmpty();
    done(bank.noteAccount(OWNER, OF_ANJI, OFFICER));
    done(bank.noteAccount(OWNER, ANOTHER, OFFICER));

    PayeeAccountView awaited = awaited();
    assertThat(awaited.account()).isEqualTo(ANOTHER);
    assertThat(awaited.before()).as("and not what nobody confirmed").contains(OF_THE_VILLAGE);
    assertThat(awaited.isToldByPayee()).as("the centre has").isFalse();
    done(bank.confirmAccount(OWNER, awaited.number(), MANAGER));
    assertThat(await(bank.accounts(OWNER)))
        .extracting(PayeeAccountView::before)
        .containsExactly(
            Optional.of(OF_THE_VILLAGE), Optional.of(OF_THE_VILLAGE), Optional.empty());
  }

  @Test
  void of_a_name_in_a_contract_no_party_is_known() {
    isShared();
    done(bank.noteAccount(TRADE + ":PAYEE:investor", OF_ANJI, OFFICER));

    assertThat(awaited().beneficiary()).isEqualTo("县水利投资公司");
    assertThat(awaited().party()).isEmpty();
    assertThat(awaited().isToldByPayee()).isFalse();
  }

  @Test
  void before_anything_was_ordered_the_contract_names_the_payee() {
    isShared();
    done(bank.noteAccount(TRADE + ":PAYEE:operator", OF_ANJI, OFFICER));

    assertThat(awaited().beneficiary()).isEqualTo("安吉竹海公司");
    assertThat(awaited().party()).as("it has bought the right").contains(ANJI);
  }

  @Test
  void a_bidder_is_known_by_its_deposit_and_named_by_who_has_paid_it() {
    String deposit = market.deposit(ANJI);
    String payee = TRADE + ":DEPOSIT:" + deposit;
    link.tells(incoming("B0", deposit, "200.00"));
    done(own.noteAccount(payee, OF_THE_VILLAGE, ANJI_CLERK));
    assertThat(awaited().beneficiary()).as("nothing was ordered").isEmpty();
    done(link.door.releaseDeposits(TRADE, Set.of()));

    assertThat(awaited().beneficiary()).isEqualTo(OF_ANJI.holder());
    assertThat(awaited().party()).contains(ANJI);
    assertThat(awaited().isToldByPayee()).isTrue();
  }

  private PayeeAccountView awaited() {
    return await(bank.awaitedAccounts(Optional.empty(), 10)).items().getFirst();
  }

  /** The price of 200 yuan has been shared, and the owner of the land is the village. */
  private void isShared() {
    link.tells(incoming("B0", market.deposit(ANJI), "200.00"));
    done(link.door.open(contract("200.00", "200.00"), 5));
    done(market.disbursements.payOut(CONTRACT));
    assertThat(
            link.database.attackAsOwner(
                """
                INSERT INTO settlement.naming
                VALUES ('%1$s', 'owner', 1, '%2$s', '甲村集体', '组织登记证', '%3$s', now());
                INSERT INTO settlement.naming_end
                VALUES ('%1$s', 'owner', 1, '%3$s', true, '', '%4$s', now())
                """
                    .formatted(CONTRACT, VILLAGE, OFFICER.account(), MANAGER.account())))
        .isEqualTo("done");
  }
}
