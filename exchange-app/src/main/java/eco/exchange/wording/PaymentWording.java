package eco.exchange.wording;

import eco.exchange.settlement.ownpayment.OwnPaymentView;

/**
 * The wording of where a payment stands, for whoever is paid, and what it can do.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record PaymentWording(String zh, String en) {

  /** Where a payment stands, and what its payee can do. */
  public static PaymentWording of(OwnPaymentView payment) {
    if (payment.isHeld()) {
      return new PaymentWording(
          "本交易有款项已被或者可能已被银行收回，查清、追回之前暂不付款",
          "The bank has taken back money of this trade, or may have; until then nothing is paid");
    }
    return switch (payment.state()) {
      case LACKS_ACCOUNT ->
          payment.noted().isPresent()
              ? new PaymentWording(
                  "收款账户待中心复核，复核后付款", "Paid once the centre has confirmed the account you told")
              : new PaymentWording("尚无收款账户，请提供", "No account is known; please tell one");
      case WAITING ->
          new PaymentWording("随下一批付款文件送银行", "Goes to the bank with the next file of payments");
      case SENT -> new PaymentWording("已送银行", "Sent to the bank");
      case ACCEPTED -> new PaymentWording("银行已受理", "Accepted by the bank");
      case STOPPED ->
          new PaymentWording("银行暂停付款，中心正在核实", "Stopped by the bank; the centre is asking why");
      case PAID -> new PaymentWording("银行已付款", "Paid by the bank");
      case CAME_BACK -> cameBack(payment);
      case SET_OFF ->
          new PaymentWording(
              "不再付款：已抵扣应再付的款项，或者原付款终已到账",
              "Not paid any more: set off, or the first payment has arrived after all");
    };
  }

  private static PaymentWording cameBack(OwnPaymentView payment) {
    if (payment.isOrderedAnew()) {
      return new PaymentWording(
          "曾被银行拒付或者退回，已重新付款", "Was rejected or came back, and has been ordered anew");
    }
    return payment.noted().isPresent()
        ? new PaymentWording(
            "被银行拒付或者退回，新的收款账户待中心复核",
            "Was rejected or came back; the centre is to confirm the other account you told")
        : new PaymentWording(
            "被银行拒付或者退回，请提供收款账户", "Was rejected or came back; please tell an account");
  }
}
