package eco.exchange.wording;

import eco.exchange.settlement.ownpayment.OwnPaymentView;

/** The wording of where a payment stands, for whoever is paid. */
public final class PaymentWording {

  private PaymentWording() {}

  /** Where a payment stands, and what its payee can do. */
  public static String zh(OwnPaymentView payment) {
    if (payment.isHeld()) {
      return "本交易有款项被银行收回，追回之前暂不付款";
    }
    return switch (payment.state()) {
      case LACKS_ACCOUNT -> payment.noted().isPresent() ? "收款账户待中心复核，复核后付款" : "尚无收款账户，请提供";
      case WAITING -> "随下一批付款文件送银行";
      case SENT -> "已送银行";
      case ACCEPTED -> "银行已受理";
      case STOPPED -> "银行暂停付款，中心正在核实";
      case PAID -> "银行已付款";
      case CAME_BACK -> cameBack(payment);
      case SET_OFF -> "已抵扣应再付的款项";
    };
  }

  private static String cameBack(OwnPaymentView payment) {
    if (payment.isOrderedAnew()) {
      return "曾被银行拒付或者退回，已重新付款";
    }
    return payment.noted().isPresent() ? "被银行拒付或者退回，新的收款账户待中心复核" : "被银行拒付或者退回，请提供收款账户";
  }
}
