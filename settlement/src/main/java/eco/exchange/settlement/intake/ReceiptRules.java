package eco.exchange.settlement.intake;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;

import eco.exchange.answer.Decision;
import eco.exchange.event.ReceiptEvent;
import eco.exchange.market.AccountId;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksChange;
import eco.exchange.settlement.books.Payout;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.deposit.DepositRules;
import eco.exchange.settlement.instalment.InstalmentRules;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Story;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.part.PaymentParts;
import eco.exchange.settlement.price.ContractPriceRules;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.receipt.UnmatchedCause;
import eco.exchange.settlement.revenue.RevenueRules;
import eco.exchange.settlement.sharing.PenaltyRules;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rules of receipts: what fits is taken, and nothing that came in is ever dropped. */
final class ReceiptRules {

  private static final int REFERENCE_MAX = 64;
  private static final int SUB_ACCOUNT_MAX = 34;
  private static final int PAYER_MAX = 140;
  private static final int REMITTANCE_MAX = 500;

  /** Who has decided where no person decides. */
  private static final AccountId THE_EXCHANGE = new AccountId(new UUID(0, 0));

  private ReceiptRules() {}

  /** Takes a receipt. */
  static Decision<Books, ReceiptView> receive(Books books, BankReceipt receipt, Instant now) {
    if (!receipt.amount().isPositive()) {
      return refused(
          SettlementRefusal.AMOUNT_NOT_POSITIVE, "a receipt of " + receipt.amount(), books);
    }
    if (!isInBounds(receipt)) {
      String detail = "reference, sub-account or payer is empty or too long";
      return refused(SettlementRefusal.TEXT_OUT_OF_BOUNDS, detail, books);
    }
    return books.receipt().isPresent()
        ? again(books, books.receipt().get(), receipt)
        : taken(books, receipt, now);
  }

  /**
   * Notes that the bank has told more of a receipt. One that fitted nothing may fit now; for one
   * that was used already it changes nothing but to whom it goes back.
   */
  static Decision<Books, ReceiptView> complete(Books books, BankReceipt fuller, Instant now) {
    if (books.receipt().isEmpty()) {
      return receive(books, fuller, now);
    }
    ReceiptView known = books.receipt().get();
    if (known.receipt().equals(fuller)) {
      return done(known, books);
    }
    if (!known.receipt().amount().equals(fuller.amount()) || !isInBounds(fuller)) {
      return again(books, known, fuller);
    }
    ReceiptView completed = known.completed(fuller);
    Books kept = books.with(new BooksChange.ReceiptCompleted(completed, now));
    boolean isStray = completed.state() == ReceiptView.State.UNMATCHED;
    Optional<SubAccountView> account =
        isStray && books.trade().isPresent()
            ? SubAccountMatcher.of(books, fuller)
            : Optional.empty();
    return account
        .map(found -> fitting(kept, completed, found, now))
        .orElseGet(() -> done(completed, kept));
  }

  private static Books cleared(Books books, BankReceipt receipt) {
    return books.with(new ReceiptEvent.ReceiptCleared(receipt.reference(), receipt.amount()));
  }

  private static Decision<Books, ReceiptView> fitting(
      Books kept, ReceiptView completed, SubAccountView account, Instant now) {
    Optional<UnmatchedCause> cause = account.misfit(completed.receipt());
    if (cause.equals(Optional.of(UnmatchedCause.LATE))) {
      return late(cleared(kept, completed.receipt()), completed, account, now);
    }
    if (cause.isPresent()) {
      return done(completed, kept);
    }
    ReceiptView.Decision decision =
        new ReceiptView.Decision(new ReceiptResolution.Assign(account.number()), THE_EXCHANGE, now);
    ReceiptView decided = completed.decided(decision);
    return assigned(
        kept,
        cleared(kept, completed.receipt()).with(new BooksChange.ReceiptDecided(decided, decision)),
        decided,
        account.number(),
        now);
  }

  /** Decides about a stray receipt. */
  static Decision<Books, ReceiptView> resolve(
      Books books, ReceiptResolution resolution, AccountId by, Instant now) {
    if (books.receipt().isEmpty()) {
      return refused(SettlementRefusal.RECEIPT_UNKNOWN, "no such receipt", books);
    }
    ReceiptView stray = books.receipt().get();
    if (stray.cause().isEmpty()) {
      return refused(SettlementRefusal.RECEIPT_MATCHED, "it fitted its sub-account", books);
    }
    if (stray.reversal().isPresent()) {
      return refused(SettlementRefusal.RECEIPT_REVERSED, "it is " + stray.state(), books);
    }
    if (stray.decision().isPresent()) {
      return stray.decision().get().resolution().equals(resolution)
          ? done(stray, books)
          : refused(SettlementRefusal.RESOLVED_OTHERWISE, "it is " + stray.state(), books);
    }
    ReceiptView.Decision decision = new ReceiptView.Decision(resolution, by, now);
    ReceiptView decided = stray.decided(decision);
    Books kept = books.with(new BooksChange.ReceiptDecided(decided, decision));
    return switch (resolution) {
      case ReceiptResolution.Return back ->
          done(decided, returned(kept, stray.receipt(), Optional.empty(), now));
      case ReceiptResolution.Assign assign ->
          assigned(books, kept, decided, assign.subAccount(), now);
      case ReceiptResolution.Settle settle -> settled(books, kept, decided, settle.receipt(), now);
    };
  }

  private static Decision<Books, ReceiptView> again(
      Books books, ReceiptView known, BankReceipt receipt) {
    return known.receipt().equals(receipt)
        ? done(known, books)
        : refused(
            SettlementRefusal.RECEIPT_DIFFERS,
            "%s is known with %s".formatted(receipt.reference(), known.receipt().amount()),
            books);
  }

  private static Decision<Books, ReceiptView> taken(Books books, BankReceipt receipt, Instant now) {
    Optional<SubAccountView> account =
        books.trade().isPresent() ? SubAccountMatcher.of(books, receipt) : Optional.empty();
    Optional<UnmatchedCause> cause =
        account.isPresent()
            ? account.get().misfit(receipt)
            : Optional.of(UnmatchedCause.UNKNOWN_ACCOUNT);
    ReceiptView taken = new ReceiptView(receipt, cause, Optional.empty(), Optional.empty(), now);
    Books kept = books.with(new BooksChange.ReceiptTaken(taken));
    if (cause.isEmpty()) {
      return done(taken, arrived(kept, account.orElseThrow(), receipt, now));
    }
    return cause.get() == UnmatchedCause.LATE
        ? late(setApart(kept, receipt), taken, account.orElseThrow(), now)
        : done(taken, stray(kept, receipt, cause.get()));
  }

  // The law leaves nothing to decide: what came late is not accepted and goes back (R-QUA-4).
  private static Decision<Books, ReceiptView> late(
      Books kept, ReceiptView taken, SubAccountView deposit, Instant now) {
    ReceiptView.Decision decision =
        new ReceiptView.Decision(new ReceiptResolution.Return(), THE_EXCHANGE, now);
    ReceiptView decided = taken.decided(decision);
    Books after = kept.with(new BooksChange.ReceiptDecided(decided, decision));
    return done(
        decided,
        returned(after, taken.receipt(), Optional.of(DepositRules.backBy(deposit, now)), now));
  }

  private static Books arrived(
      Books books, SubAccountView account, BankReceipt receipt, Instant now) {
    Transfer in =
        Transfer.moving(
            keyOf(receipt),
            books.account(AccountPurpose.BANK),
            PaymentParts.accountOf(books, account),
            receipt.amount(),
            TransferCode.RECEIPT,
            receipt.arrivedAt());
    return filled(books.with(in), account, receipt, now);
  }

  /** What the money that stands on a sub-account leads to. */
  private static Books filled(
      Books books, SubAccountView account, BankReceipt receipt, Instant now) {
    SubAccountView filled = account.filled(receipt);
    Books kept = PaymentParts.surplusBack(books.with(filled), filled, now);
    if (filled.isAwaited()) {
      return kept;
    }
    return switch (account.purpose()) {
      case DEPOSIT -> DepositRules.hold(kept, filled, now);
      case PRICE -> ContractPriceRules.received(kept, filled, now);
      case INSTALMENT -> InstalmentRules.received(kept, filled, now);
      case REVENUE -> RevenueRules.received(kept, filled, now);
      case PENALTY -> penalty(kept, filled, now);
      // What was owed is paid, and what waited for it may go.
      case RECOURSE -> ContractPriceRules.settledIfAgreed(kept);
    };
  }

  private static Books penalty(Books kept, SubAccountView filled, Instant now) {
    return switch (filled.occasion().orElseThrow()) {
      case Occasion.Price price -> ContractPriceRules.penaltyReceived(kept, filled, now);
      case Occasion.Instalment late -> InstalmentRules.penaltyReceived(kept, filled, now);
      case Occasion.Year year -> PenaltyRules.received(kept, filled, now);
      case Occasion.Supplement later -> PenaltyRules.received(kept, filled, now);
    };
  }

  private static Books stray(Books books, BankReceipt receipt, UnmatchedCause cause) {
    return setApart(books, receipt)
        .with(
            new ReceiptEvent.ReceiptUnmatched(receipt.reference(), receipt.amount(), cause.name()));
  }

  /** Sets a receipt apart that belongs to no sub-account. */
  private static Books setApart(Books books, BankReceipt receipt) {
    return books.with(
        Transfer.moving(
            keyOf(receipt),
            AccountName.of(keyOf(receipt), AccountPurpose.BANK),
            suspense(receipt),
            receipt.amount(),
            TransferCode.RECEIPT,
            receipt.arrivedAt()));
  }

  private static Books returned(
      Books books, BankReceipt receipt, Optional<Instant> backBy, Instant now) {
    return Payout.returning(receipt, backBy).from(suspense(receipt), receipt.amount(), books, now);
  }

  private static Decision<Books, ReceiptView> assigned(
      Books before, Books kept, ReceiptView decided, String number, Instant now) {
    BankReceipt receipt = decided.receipt();
    Optional<SubAccountView> account = before.subAccount(number);
    if (account.isEmpty()) {
      return refused(SettlementRefusal.SUB_ACCOUNT_UNKNOWN, "no sub-account " + number, before);
    }
    if (!account.get().isAwaited()) {
      String detail = "the sub-account is " + account.get().state();
      return refused(SettlementRefusal.SUB_ACCOUNT_CLOSED, detail, before);
    }
    Optional<UnmatchedCause> misfit = account.get().misfit(receipt);
    if (misfit.equals(Optional.of(UnmatchedCause.LATE))) {
      String detail = "it was due by " + account.get().dueAt().orElseThrow();
      return refused(SettlementRefusal.DEPOSIT_LATE, detail, before);
    }
    if (misfit.equals(Optional.of(UnmatchedCause.WRONG_AMOUNT))) {
      String detail = "it awaits %s, not %s".formatted(account.get().missing(), receipt.amount());
      return refused(SettlementRefusal.AMOUNT_DIFFERS, detail, before);
    }
    Transfer moved =
        Transfer.moving(
            "assign/" + receipt.reference(),
            suspense(receipt),
            PaymentParts.accountOf(before, account.get()),
            receipt.amount(),
            TransferCode.ASSIGNMENT,
            now);
    return done(decided, filled(kept.with(moved), account.get(), receipt, now));
  }

  private static Decision<Books, ReceiptView> settled(
      Books before, Books kept, ReceiptView decided, String owing, Instant now) {
    BankReceipt receipt = decided.receipt();
    AccountName owed = AccountName.of(Story.ofReceipt(owing).key(), AccountPurpose.RECOURSE);
    Money missing = before.ledger().account(owed).balance().negated();
    if (!missing.equals(receipt.amount())) {
      String detail = "receipt %s owes %s, not %s".formatted(owing, missing, receipt.amount());
      return refused(SettlementRefusal.AMOUNT_DIFFERS, detail, before);
    }
    Transfer moved =
        Transfer.moving(
            "assign/" + receipt.reference(),
            suspense(receipt),
            owed,
            receipt.amount(),
            TransferCode.ASSIGNMENT,
            now);
    return done(decided, kept.with(moved));
  }

  private static AccountName suspense(BankReceipt receipt) {
    return AccountName.of(keyOf(receipt), AccountPurpose.SUSPENSE);
  }

  private static String keyOf(BankReceipt receipt) {
    return Story.ofReceipt(receipt.reference()).key();
  }

  private static boolean isInBounds(BankReceipt receipt) {
    return isInBounds(receipt.reference(), REFERENCE_MAX)
        && receipt.subAccount().length() <= SUB_ACCOUNT_MAX
        && receipt.remittance().length() <= REMITTANCE_MAX
        && isInBounds(receipt.payer(), PAYER_MAX);
  }

  private static boolean isInBounds(String text, int max) {
    return !text.isBlank() && text.length() <= max;
  }
}
