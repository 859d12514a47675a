package eco.exchange.settlement.bank;

import eco.exchange.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A movement that the bank has booked on the exchange's account. */
public sealed interface BankEntry extends AccountLine {

  /** By which references the bank names it. */
  EntryReferences references();

  /** What was moved; more than nothing. */
  Money amount();

  /** When it was booked, which decides whether money was in time (R-QUA-4). */
  BookingTime booked();

  @Override
  default Money effect() {
    return switch (this) {
      case Incoming in -> in.amount();
      case Returned back -> back.amount();
      case Outgoing out -> out.amount().negated();
      case Collective all -> all.amount().negated();
      case Reversal taken -> taken.amount().negated();
    };
  }

  @Override
  default String subject() {
    Stream<String> numbers =
        Stream.of(references().entry(), references().own(), references().endToEnd())
            .flatMap(Optional::stream);
    Stream<String> payer =
        this instanceof Incoming in ? Stream.of(in.subAccount(), in.payer()) : Stream.empty();
    return Stream.of(Stream.of(effect().signed(), booked().day().toString()), numbers, payer)
        .flatMap(told -> told)
        .filter(told -> !told.isBlank())
        .collect(Collectors.joining(" "));
  }

  /**
   * Money came in.
   *
   * @param subAccount the sub-account to which it was paid; empty if none was named
   * @param payer who paid, by name; empty if the bank does not tell
   * @param account from which account, if the bank tells enough to pay something back to it
   * @param payerNumber the number of that account, even if nothing else of it is told; else empty
   * @param remittance what the payer wrote
   */
  record Incoming(
      EntryReferences references,
      Money amount,
      BookingTime booked,
      String subAccount,
      String payer,
      Optional<BankAccount> account,
      String payerNumber,
      String remittance)
      implements BankEntry {

    /** Money came in, from an account that is told wholly or not at all. */
    public Incoming(
        EntryReferences references,
        Money amount,
        BookingTime booked,
        String subAccount,
        String payer,
        Optional<BankAccount> account,
        String remittance) {
      this(
          references,
          amount,
          booked,
          subAccount,
          payer,
          account,
          account.map(BankAccount::number).orElse(""),
          remittance);
    }

    // So that no number comes into a log.
    @Override
    public String toString() {
      return "Incoming[references=%s, amount=%s, booked=%s, subAccount=%s, payer=%s, account=%s]"
          .formatted(references, amount, booked, subAccount, payer, account);
    }
  }

  /** Money went out; the references name the payment, if the exchange has ordered it. */
  record Outgoing(EntryReferences references, Money amount, BookingTime booked)
      implements BankEntry {}

  /**
   * The payments of a file went out in one sum, none of them told by itself.
   *
   * @param file the id of the file
   */
  record Collective(EntryReferences references, Money amount, BookingTime booked, String file)
      implements BankEntry {}

  /**
   * A payment came back, because the payee's bank could not take it; the references name it.
   *
   * @param reason why, in the words of the bank
   */
  record Returned(EntryReferences references, Money amount, BookingTime booked, String reason)
      implements BankEntry {}

  /**
   * The bank takes back what has come in. The references may be those of what it takes back. Of the
   * accounts, some banks tell them as they were told of what came in, and others turned round.
   *
   * @param account the number of the account of the debtor; empty if it is not told
   * @param otherAccount the number of the account of the creditor; empty if it is not told
   */
  record Reversal(
      EntryReferences references,
      Money amount,
      BookingTime booked,
      String account,
      String otherAccount)
      implements BankEntry {

    /** A reversal that names at most the account from which the money had come. */
    public Reversal(EntryReferences references, Money amount, BookingTime booked, String account) {
      this(references, amount, booked, account, "");
    }

    /** This reversal, without what it tells of an account that all movements are on. */
    public Reversal without(String house) {
      return new Reversal(
          references,
          amount,
          booked,
          account.equals(house) ? "" : account,
          otherAccount.equals(house) ? "" : otherAccount);
    }

    /** The numbers of the accounts that are told. */
    public List<String> accounts() {
      return Stream.of(account, otherAccount).filter(number -> !number.isEmpty()).toList();
    }

    // So that no number comes into a log.
    @Override
    public String toString() {
      return "Reversal[references=%s, amount=%s, booked=%s]".formatted(references, amount, booked);
    }
  }
}
