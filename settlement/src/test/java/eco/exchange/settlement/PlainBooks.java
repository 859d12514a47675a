package eco.exchange.settlement;

import eco.exchange.money.Money;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Settlement as a plain program would do it: a few maps of fen, no ledger, no phases, no database.
 * It says what the exchange should answer, and who should have been paid what.
 */
final class PlainBooks {

  /** What is awaited, or has come in, under one name. */
  static final class Awaited {
    final String trade;
    final String kind;
    final String bidder;
    final int year;
    final long fen;
    String state = "AWAITED";
    String payer = "";

    /** What came in of a deposit before it was whole, by payer. */
    final Map<String, Long> parts = new HashMap<>();

    /** What came in of everything else, by payer, in order. */
    final List<Map.Entry<String, Long>> came = new ArrayList<>();

    Awaited(String trade, String kind, String bidder, int year, long fen) {
      this.trade = trade;
      this.kind = kind;
      this.bidder = bidder;
      this.year = year;
      this.fen = fen;
    }
  }

  /** A contract in effect. */
  static final class Contract {
    final String bidder;
    final long price;
    final int firstYear;
    final Map<Integer, Long> reported = new HashMap<>();
    final Map<Integer, List<Long>> found = new HashMap<>();
    final Map<Integer, Long> sharedOfYear = new HashMap<>();
    final Map<Integer, Boolean> received = new HashMap<>();
    final Map<Integer, Boolean> shared = new HashMap<>();
    final Map<Income, DistributionBasis> left = new HashMap<>();

    Contract(String bidder, long price, int firstYear) {
      this.bidder = bidder;
      this.price = price;
      this.firstYear = firstYear;
    }
  }

  /** The year that it is. */
  int year;

  final Map<String, Awaited> accounts = new HashMap<>();
  final Map<String, Contract> contracts = new HashMap<>();
  final Map<String, String> receipts = new HashMap<>();
  final Map<String, Instant> arrived = new HashMap<>();
  final Map<String, Long> strays = new HashMap<>();
  final Map<String, String> decisions = new HashMap<>();
  final Map<String, Long> paid = new TreeMap<>();

  /** What came in of a revenue that is awaited otherwise now, by trade. */
  private final Map<String, List<Map.Entry<String, Long>>> carried = new HashMap<>();

  String expect(String trade, String bidder, long fen) {
    for (Awaited known : accounts.values()) {
      if (isDeposit(known, trade, bidder) && known.fen == fen) {
        return "done";
      }
    }
    for (Awaited known : accounts.values()) {
      boolean over = known.state.equals("RELEASED") || known.state.equals("CLOSED");
      if (isDeposit(known, trade, bidder) && !over) {
        return "DEPOSIT_DIFFERS";
      }
    }
    return "done";
  }

  String receive(String reference, String number, long fen, Instant at) {
    String body = number + " " + fen + " " + at;
    if (receipts.containsKey(reference)) {
      return receipts.get(reference).equals(body) ? "done" : "RECEIPT_DIFFERS";
    }
    receipts.put(reference, body);
    arrived.put(reference, at);
    Awaited account = accounts.get(number);
    boolean late =
        account != null && account.kind.equals("DEPOSIT") && !at.isBefore(SettlementMarket.DUE);
    if (account == null
        || !account.state.equals("AWAITED")
        || late
        || !fits(account, reference, fen)) {
      strays.put(reference, fen);
      // What came late goes back by itself.
      if (account != null && late && account.state.equals("AWAITED")) {
        decisions.put(reference, "");
      }
    } else {
      fill(account, payer(reference), fen);
    }
    return "done";
  }

  String resolve(String reference, String assignTo) {
    if (!receipts.containsKey(reference)) {
      return "RECEIPT_UNKNOWN";
    }
    if (!strays.containsKey(reference)) {
      return "RECEIPT_MATCHED";
    }
    if (decisions.containsKey(reference)) {
      return decisions.get(reference).equals(assignTo) ? "done" : "RESOLVED_OTHERWISE";
    }
    long fen = strays.get(reference);
    if (!assignTo.isEmpty()) {
      Awaited account = accounts.get(assignTo);
      if (account == null) {
        return "SUB_ACCOUNT_UNKNOWN";
      }
      if (!account.state.equals("AWAITED")) {
        return "SUB_ACCOUNT_CLOSED";
      }
      if (account.kind.equals("DEPOSIT")
          && !Objects.requireNonNull(arrived.get(reference)).isBefore(SettlementMarket.DUE)) {
        return "DEPOSIT_LATE";
      }
      if (!fits(account, reference, fen)) {
        return "AMOUNT_DIFFERS";
      }
      decisions.put(reference, assignTo);
      fill(account, payer(reference), fen);
    } else {
      decisions.put(reference, "");
    }
    return "done";
  }

  String release(String trade, String except) {
    for (Awaited account : accounts.values()) {
      if (account.trade.equals(trade)
          && account.kind.equals("DEPOSIT")
          && !account.bidder.equals(except)) {
        if (account.state.equals("AWAITED")) {
          account.state = "CLOSED";
          account.parts.forEach(this::pay);
        } else if (account.state.equals("HELD")) {
          account.state = "RELEASED";
          pay(account.payer, account.fen);
        }
      }
    }
    return "done";
  }

  String open(String trade, String bidder, long price, long deposit) {
    if (contracts.containsKey(trade)) {
      Contract open = contracts.get(trade);
      return open.bidder.equals(bidder) && open.price == price ? "done" : "ANOTHER_CONTRACT_OPEN";
    }
    for (Awaited held : accounts.values()) {
      if (isDeposit(held, trade, bidder) && held.state.equals("HELD") && held.fen == deposit) {
        held.state = "APPLIED";
        contracts.put(trade, new Contract(bidder, price, year));
        if (price == deposit) {
          share(trade, Income.PRICE, price);
        }
        return "done";
      }
    }
    return "DEPOSIT_NOT_HELD";
  }

  String report(String trade, String bidder, int year, long fen) {
    Contract contract = contracts.get(trade);
    if (contract == null) {
      return "CONTRACT_UNKNOWN";
    }
    if (!contract.left.containsKey(Income.PRICE)) {
      return "PRICE_NOT_SETTLED";
    }
    if (!contract.bidder.equals(bidder)) {
      return "NOT_THE_TRANSFEREE";
    }
    if (year < contract.firstYear || year > contract.firstYear + 20) {
      return "YEAR_OUTSIDE_TERM";
    }
    if (year >= this.year) {
      return "YEAR_NOT_OVER";
    }
    if (contract.reported.containsKey(year)) {
      return again(trade, contract, year, fen);
    }
    contract.reported.put(year, fen);
    contract.received.put(year, fen == 0);
    return "done";
  }

  private String again(String trade, Contract contract, int year, long fen) {
    List<Long> found = contract.found.computeIfAbsent(year, none -> new ArrayList<>());
    long first = Objects.requireNonNull(contract.reported.get(year));
    long all = first + found.stream().mapToLong(Long::longValue).sum();
    if (all == fen) {
      return "done";
    }
    if (found.isEmpty() && !contract.received.getOrDefault(year, false)) {
      withdraws(trade, year, fen);
      contract.reported.put(year, fen);
      contract.received.put(year, fen == 0);
      return "done";
    }
    if (!contract.shared.containsKey(year)) {
      return "RECEIVED_ALREADY";
    }
    if (!found.isEmpty() && isAwaited(trade, year * 100 + found.size())) {
      long more = fen - (all - found.getLast());
      if (more <= 0) {
        return "SHARED_ALREADY";
      }
      withdraws(trade, year * 100 + found.size(), more);
      found.set(found.size() - 1, more);
      return "done";
    }
    if (fen < all) {
      return "SHARED_ALREADY";
    }
    found.add(fen - all);
    return "done";
  }

  private boolean isAwaited(String trade, int occasion) {
    return revenue(trade, occasion).findFirst().isPresent();
  }

  private Stream<Awaited> revenue(String trade, int occasion) {
    return accounts.values().stream()
        .filter(known -> known.trade.equals(trade) && known.kind.equals("REVENUE"))
        .filter(known -> known.year == occasion && known.state.equals("AWAITED"));
  }

  // What came in counts for what is awaited instead, and goes back if that is nothing.
  private void withdraws(String trade, int occasion, long instead) {
    for (Awaited old : revenue(trade, occasion).toList()) {
      old.state = "CLOSED";
      if (instead == 0) {
        old.came.forEach(part -> pay(part.getKey(), part.getValue()));
      } else {
        carried.put(trade, old.came);
      }
    }
  }

  /** A revenue is awaited under a new number; what came in for another report of it counts. */
  void opens(String number, Awaited account) {
    accounts.put(number, account);
    List<Map.Entry<String, Long>> parts = carried.remove(account.trade);
    for (Map.Entry<String, Long> part :
        parts == null ? List.<Map.Entry<String, Long>>of() : parts) {
      if (account.state.equals("AWAITED")) {
        fill(account, part.getKey(), part.getValue());
      } else {
        pay(part.getKey(), part.getValue());
      }
    }
  }

  String distribute(String trade, int year) {
    Contract contract = contracts.get(trade);
    if (contract == null) {
      return "CONTRACT_UNKNOWN";
    }
    if (contract.shared.containsKey(year)) {
      return "done";
    }
    if (!contract.reported.containsKey(year)) {
      return "REVENUE_NOT_REPORTED";
    }
    if (!contract.received.getOrDefault(year, false)) {
      return "REVENUE_NOT_RECEIVED";
    }
    contract.shared.put(year, true);
    contract.sharedOfYear.put(year, contract.reported.get(year));
    share(trade, Income.REVENUE, contract.reported.get(year));
    return "done";
  }

  private void supplements(String trade, int year, long fen) {
    Contract contract = contract(trade);
    long before = Objects.requireNonNull(contract.sharedOfYear.put(year, 0L));
    DistributionBasis left = contract.left.getOrDefault(Income.REVENUE, DistributionBasis.NONE);
    contract.left.put(Income.REVENUE, left.supplementing(new Money(before), Map.of()));
    share(trade, Income.REVENUE, fen);
    contract.sharedOfYear.put(year, before + fen);
  }

  long held() {
    return accounts.values().stream()
        .filter(account -> account.state.equals("HELD"))
        .mapToLong(account -> account.fen)
        .sum();
  }

  private static String payer(String reference) {
    return "付款人 " + reference;
  }

  // Of a deposit no more fits than is missing; of everything else a surplus goes back.
  private static boolean fits(Awaited account, String reference, long fen) {
    return !account.kind.equals("DEPOSIT")
        || account.parts.getOrDefault(payer(reference), 0L) + fen <= account.fen;
  }

  private void fill(Awaited account, String payer, long fen) {
    if (account.kind.equals("DEPOSIT")) {
      long came = account.parts.merge(payer, fen, Long::sum);
      if (came < account.fen) {
        return;
      }
      account.parts.remove(payer);
      account.parts.forEach(this::pay);
    } else {
      account.came.add(Map.entry(payer, fen));
      long came = account.came.stream().mapToLong(Map.Entry::getValue).sum();
      if (came < account.fen) {
        return;
      }
      if (came > account.fen) {
        pay(payer, came - account.fen);
      }
    }
    account.payer = payer;
    account.state = account.kind.equals("DEPOSIT") ? "HELD" : "RECEIVED";
    if (account.kind.equals("PRICE")) {
      share(account.trade, Income.PRICE, contract(account.trade).price);
    }
    if (account.kind.equals("REVENUE") && account.year > 9_999) {
      supplements(account.trade, account.year / 100, account.fen);
    } else if (account.kind.equals("REVENUE")) {
      contract(account.trade).received.put(account.year, true);
    }
  }

  private void share(String trade, Income income, long fen) {
    Contract contract = contract(trade);
    Distribution shared =
        SettlementMarket.TERMS.distribute(
            income, new Money(fen), contract.left.getOrDefault(income, DistributionBasis.NONE));
    contract.left.put(income, shared.standing());
    for (Distribution.Part part : shared.parts()) {
      Payee payee = SettlementMarket.TERMS.payee(part.payee());
      boolean isPaidAtOnce =
          payee.principle() != Principle.VILLAGERS && payee.principle() != Principle.WATERSHED;
      if (isPaidAtOnce && part.amount().isPositive()) {
        pay(payee.name(), part.amount().fen());
      }
    }
  }

  private Contract contract(String trade) {
    return Objects.requireNonNull(contracts.get(trade));
  }

  private void pay(String beneficiary, long fen) {
    paid.merge(beneficiary, fen, Long::sum);
  }

  private static boolean isDeposit(Awaited account, String trade, String bidder) {
    return account.trade.equals(trade)
        && account.bidder.equals(bidder)
        && account.kind.equals("DEPOSIT");
  }
}
