package eco.exchange.wording;

import eco.exchange.settlement.reconciliation.BankException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wording of an exception of the link to the bank, for whoever sees to it: what it is, why, and
 * what can be done.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record ExceptionWording(String zh, String en) {

  private static final Pattern CODE = Pattern.compile("([A-Z][A-Z_]+): .*", Pattern.DOTALL);

  /** For what a payment is stuck. */
  private static final Map<String, RefusalTitle> STUCK_FOR =
      Map.of(
          "LACKS_ACCOUNT", new RefusalTitle("缺少收款账户", "No account is known"),
          "STOPPED", new RefusalTitle("银行暂停付款", "The bank holds it back"),
          "CAME_BACK", new RefusalTitle("被银行拒付或者退回", "The bank has rejected or returned it"),
          "OVERDUE", new RefusalTitle("承诺的付款期限已过，银行尚未确认付款", "Its promised day has passed"));

  private static final ExceptionWording MESSAGE_REFUSED =
      new ExceptionWording(
          "银行文件未被接受。请与银行核对，由银行重发，或者按文件逐笔手工录入；办妥后了结。",
          "A file of the bank is refused. Ask the bank to send it anew, or enter by hand what"
              + " it tells; then settle this.");

  private static final ExceptionWording STATEMENT_WAITS =
      new ExceptionWording(
          "对账单与上一份不衔接，暂不入账。所缺对账单到达后自动继续；确无所缺的，可以放行。",
          "A statement does not follow upon the last one and waits. It goes on when the"
              + " missing one comes; if none is missing, it may be let pass.");

  private static final ExceptionWording LINE_DISPUTED =
      new ExceptionWording(
          "银行流水不能自动入账。请与银行核对：属实的据以入账，系冲正的列明所冲正的到账，无须入账的了结。",
          "A line of the bank cannot be followed. Ask the bank: follow it if it is true, name"
              + " the receipts if it takes some back, or settle it if nothing follows.");

  private static final ExceptionWording RECEIPT_TAKEN_BACK =
      new ExceptionWording(
          "已到账的款项被银行收回。尚未付出的已停付；付款人应当补足，补足后自动了结。",
          "The bank has taken back what had come in. What has not been paid out of it is"
              + " held; the payer owes it anew, and this ends when it has come in.");

  private static final ExceptionWording BALANCE_DIFFERS =
      new ExceptionWording(
          "银行余额与账簿不符，差额见事项。银行从未入账的到账可以列明冲销；漏报的请银行补报，或者手工录入。",
          "The balance of the bank differs from the books by the amount shown. Strike"
              + " receipts that the bank has never booked; have the bank tell what is missing, or"
              + " enter it by hand.");

  private static final ExceptionWording PAYMENT_STUCK =
      new ExceptionWording(
          "款项付不出去。缺少账户的，请与收款人核实收款账户，由一人登记、另一人复核，复核后自动付款；逾期的，请催促银行。",
          "A payment cannot leave. Ask the payee for its account; one person notes it,"
              + " another confirms it, and it is paid. If it is late, ask the bank.");

  /**
   * The words of an exception.
   *
   * @param detail why a person must look; the code of a reason comes first where there is one
   */
  public static ExceptionWording of(BankException.Kind kind, String detail) {
    ExceptionWording what = of(kind);
    return reason(detail)
        .map(
            why ->
                new ExceptionWording(
                    what.zh + "原因：" + why.zh() + "。", what.en + " " + why.en() + "."))
        .orElse(what);
  }

  private static ExceptionWording of(BankException.Kind kind) {
    return switch (kind) {
      case MESSAGE_REFUSED -> MESSAGE_REFUSED;
      case STATEMENT_WAITS -> STATEMENT_WAITS;
      case LINE_DISPUTED -> LINE_DISPUTED;
      case RECEIPT_TAKEN_BACK -> RECEIPT_TAKEN_BACK;
      case BALANCE_DIFFERS -> BALANCE_DIFFERS;
      case PAYMENT_STUCK -> PAYMENT_STUCK;
    };
  }

  private static Optional<RefusalTitle> reason(String detail) {
    Matcher found = CODE.matcher(detail);
    return found.matches()
        ? Optional.ofNullable(STUCK_FOR.get(found.group(1)))
            .or(() -> RefusalTitles.find(found.group(1)))
        : Optional.empty();
  }
}
