package eco.exchange.lab.soak;

import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialLots;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The books of bids as they lie in the database, read past the exchange. */
record BidBooks(TrialDatabase ground) {

  /** Holds what was heard against the book of each lot, and tells every fault. */
  List<String> faults(List<TradeId> lots, Map<BidAttempt, AttemptAnswer> heard)
      throws SQLException {
    List<String> faults = new ArrayList<>();
    for (TradeId lot : lots) {
      faults.addAll(history(lot, heard).faults());
    }
    return faults;
  }

  private BidHistory history(TradeId lot, Map<BidAttempt, AttemptAnswer> heard)
      throws SQLException {
    Map<Integer, String> paddles = paddles(lot);
    Map<String, AttemptAnswer> answers = new HashMap<>();
    Map<String, String> paddleOfKey = new HashMap<>();
    heard.forEach(
        (attempt, told) -> {
          if (attempt.lot().equals(lot)) {
            answers.put(attempt.key(), told);
            paddleOfKey.put(attempt.key(), paddles.get(attempt.bidder()));
          }
        });
    return new BidHistory(
        TrialLots.price(0),
        TrialLots.price(1).minus(TrialLots.price(0)),
        book(lot),
        answers,
        paddleOfKey);
  }

  private List<BookEntry> book(TradeId lot) throws SQLException {
    List<BookEntry> book = new ArrayList<>();
    try (Connection connection = ground.connect();
        PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT version, paddle, key, price_fen, seq, coalesce(refusal, '') AS refusal
                  FROM bidding.bid WHERE trade = ? ORDER BY version
                """)) {
      query.setString(1, lot.code());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          book.add(entry(rows));
        }
      }
    }
    return book;
  }

  private static BookEntry entry(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    return new BookEntry(
        row.getLong("version"),
        row.getString("paddle"),
        row.getString("key"),
        new Money(row.getLong("price_fen")),
        seq == 0 ? OptionalLong.empty() : OptionalLong.of(seq),
        row.getString("refusal"));
  }

  private Map<Integer, String> paddles(TradeId lot) throws SQLException {
    Map<Integer, String> paddles = new HashMap<>();
    try (Connection connection = ground.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT bidder, paddle FROM bidding.paddle WHERE trade = ?")) {
      query.setString(1, lot.code());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String bidder = rows.getString("bidder");
          for (int number = 0; number < TrialLots.BIDDERS; number++) {
            if (TrialLots.id(number).toString().equals(bidder)) {
              paddles.put(number, rows.getString("paddle"));
            }
          }
        }
      }
    }
    return paddles;
  }
}
