package eco.exchange.settlement.fund;

/**
 * A project of a fund.
 *
 * @param fund the fund
 * @param number counts the projects of the fund from 1
 */
public record ProjectId(FundId fund, int number) {

  /** The id as one text, for example 'F422823-001/2'. */
  @Override
  public String toString() {
    return fund + "/" + number;
  }
}
