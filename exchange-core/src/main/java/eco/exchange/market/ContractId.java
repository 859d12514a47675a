package eco.exchange.market;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a contract, made from the code of its trade and the version of the contract.
 *
 * <p>For example, 'E640425C0120261121000001D-V1' is the first contract of that trade; an amendment
 * would be V2.
 *
 * @param trade the trade that the contract concludes
 * @param version the version, counted from 1
 */
public record ContractId(TradeId trade, int version) {

  private static final Pattern SHAPE = Pattern.compile("(.+)-V([1-9]\\d{0,3})");

  /** Rejects a version that is not counted from 1. */
  public ContractId {
    if (version < 1) {
      throw new IllegalArgumentException("contract versions are counted from 1: " + version);
    }
  }

  /**
   * Reads a contract number.
   *
   * @throws IllegalArgumentException if the text is no contract number
   */
  public static ContractId parse(String number) {
    Matcher parts = SHAPE.matcher(number);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no contract number: " + number);
    }
    return new ContractId(new TradeId(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  /** Whether a text is a contract number. */
  public static boolean isNumber(String text) {
    Matcher parts = SHAPE.matcher(text);
    return parts.matches() && TradeId.isCode(parts.group(1));
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
