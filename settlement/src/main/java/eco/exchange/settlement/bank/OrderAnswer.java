package eco.exchange.settlement.bank;

/**
 * The answer of the bank to one payment.
 *
 * @param endToEnd the end-to-end id of the payment
 * @param status what it has done with it
 */
public record OrderAnswer(String endToEnd, OrderStatus status) implements BankLine {

  @Override
  public String subject() {
    return "%s %s".formatted(endToEnd, status.step());
  }
}
