package eco.exchange.market;

/**
 * The number of a contract, made from the code of its trade and the version of the contract.
 *
 * <p>For example, 'E640425C0120261121000001M-V1' is the first contract of that trade; an amendment
 * would be V2.
 *
 * @param trade the trade that the contract concludes
 * @param version the version, counted from 1
 */
public record ContractId(TradeId trade, int version) {

  /** Reads a contract number. */
  public static ContractId parse(String number) {
    int dash = number.indexOf("-V");
    if (dash < 0) {
      throw new IllegalArgumentException("no contract number: " + number);
    }
    int version = Integer.parseInt(number.substring(dash + 2));
    return new ContractId(new TradeId(number.substring(0, dash)), version);
  }

  /** The number as it is printed on the contract. */
  public String number() {
    return trade.code() + "-V" + version;
  }

  @Override
  public String toString() {
    return number();
  }
}
