package eco.exchange.demo;

/** Without a bank the officer enters what has arrived, and nothing is paid out. */
final class TillByHand implements Till {

  @Override
  public void payIn(Cast cast, PayIn what) {
    cast.officer()
        .does(
            "/api/v1/receipts",
            cast.diary().key("pay-" + what.key()),
            Body.receipt(
                cast.diary().key(what.key()),
                what.number(),
                Body.money(what.amount()),
                what.payer(),
                what.at()));
  }

  @Override
  public void payOut(Cast cast, String payments, long shared) {
    // Orders wait until a bank is there.
  }
}
