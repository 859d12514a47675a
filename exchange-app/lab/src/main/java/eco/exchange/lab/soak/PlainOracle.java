package eco.exchange.lab.soak;

import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferChain;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.ledger.TransferEffect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as a plain program would keep it: a few maps of fen, everything tried on copies, no
 * database. It says what the ledger should answer, and what should stand where at any time.
 */
final class PlainOracle {

  /** What stands on an account. */
  private static final class Purse {
    long balance;
    long held;
    boolean closed;
  }

  /** What became of a transfer that was made. */
  private static final class Made {
    final Transfer transfer;
    String end = "";
    long wentBack;

    Made(Transfer transfer) {
      this.transfer = transfer;
    }
  }

  /** One change of one account. */
  private record Step(String account, Instant at, long balance, long held) {}

  private final Map<String, Purse> purses = new HashMap<>();
  private final Map<String, Made> made = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /** Judges a chain: "made", or the place and the reason of the member that is refused. */
  String post(TransferChain chain) {
    if (chain.members().stream().allMatch(this::isKnown)) {
      return "made";
    }
    List<Runnable> undo = new ArrayList<>();
    int before = steps.size();
    for (int place = 0; place < chain.members().size(); place++) {
      Transfer transfer = chain.members().get(place);
      String refusal = refusal(transfer);
      if (!refusal.isEmpty()) {
        undo.reversed().forEach(Runnable::run);
        steps.subList(before, steps.size()).clear();
        return place + " " + refusal;
      }
      make(transfer, undo);
    }
    return "made";
  }

  void close(String account) {
    purse(account).closed = true;
  }

  /** How many changes there are by now. */
  int steps() {
    return steps.size();
  }

  /** What stood on an account, by what had happened, of the first changes only. */
  long balance(String account, Instant by, int known) {
    return steps.subList(0, known).stream()
        .filter(step -> step.account().equals(account) && !step.at().isAfter(by))
        .mapToLong(Step::balance)
        .sum();
  }

  long held(String account, Instant by, int known) {
    return steps.subList(0, known).stream()
        .filter(step -> step.account().equals(account) && !step.at().isAfter(by))
        .mapToLong(Step::held)
        .sum();
  }

  private boolean isKnown(Transfer transfer) {
    Made known = made.get(transfer.key());
    return known != null && known.transfer.equals(transfer);
  }

  private String refusal(Transfer t) {
    if (t.amount().fen() <= 0) {
      return "AMOUNT_NOT_POSITIVE";
    }
    if (t.debit().text().equals(t.credit().text())) {
      return "SAME_ACCOUNT";
    }
    if (t.effect() instanceof TransferEffect.Hold hold
        && hold.until().isPresent()
        && !t.at().isBefore(hold.until().get())) {
      return "HOLD_TOO_SHORT";
    }
    if (made.containsKey(t.key())) {
      return "KEY_USED";
    }
    String named = refusalOfNamed(t);
    if (!named.isEmpty()) {
      return named;
    }
    if (t.debit().purpose() == AccountPurpose.ESCROW || t.code() == TransferCode.DISTRIBUTION) {
      return "ESCROW_KEPT";
    }
    return refusalOfAccounts(t);
  }

  private String refusalOfAccounts(Transfer t) {
    boolean frees =
        t.effect() instanceof TransferEffect.Release || t.effect() instanceof TransferEffect.Expire;
    if (!frees && purse(t.credit().text()).closed) {
      return "ACCOUNT_CLOSED";
    }
    Purse from = purse(t.debit().text());
    boolean covered =
        t.debit().purpose() == AccountPurpose.BANK || from.balance - from.held >= t.amount().fen();
    return t.effect().resolved().isPresent() || covered ? "" : "NOT_ENOUGH";
  }

  private String refusalOfNamed(Transfer t) {
    return switch (t.effect()) {
      case TransferEffect.Post post -> refusalOfHold(t, made.get(post.hold()));
      case TransferEffect.Release release -> refusalOfHold(t, made.get(release.hold()));
      case TransferEffect.Expire expire -> refusalOfHold(t, made.get(expire.hold()));
      case TransferEffect.Correct correct -> refusalOfMistake(t, made.get(correct.mistaken()));
      case TransferEffect.Move move -> t.code() == TransferCode.CORRECTION ? "MISTAKE_UNKNOWN" : "";
      case TransferEffect.Hold hold -> t.code() == TransferCode.CORRECTION ? "MISTAKE_UNKNOWN" : "";
      case TransferEffect.Share share -> "ESCROW_KEPT";
    };
  }

  private static String refusalOfHold(Transfer t, @Nullable Made named) {
    if (named == null) {
      return "HOLD_UNKNOWN";
    }
    Transfer hold = named.transfer;
    if (!(hold.effect() instanceof TransferEffect.Hold terms)) {
      return "HOLD_NEVER_WAS";
    }
    if (!named.end.isEmpty()) {
      return named.end;
    }
    boolean post = t.effect() instanceof TransferEffect.Post;
    boolean like =
        hold.debit().equals(t.debit())
            && hold.credit().equals(t.credit())
            && hold.code() == t.code();
    if (!like || (!post && hold.amount().fen() != t.amount().fen())) {
      return "HOLD_DIFFERS";
    }
    if (t.amount().fen() > hold.amount().fen()) {
      return "HOLD_EXCEEDED";
    }
    boolean over = terms.until().isPresent() && !t.at().isBefore(terms.until().get());
    if (t.effect() instanceof TransferEffect.Expire) {
      return over ? "" : "HOLD_RUNS";
    }
    return over ? "HOLD_IS_OVER" : "";
  }

  private static String refusalOfMistake(Transfer t, @Nullable Made named) {
    if (named == null) {
      return "MISTAKE_UNKNOWN";
    }
    Transfer mistake = named.transfer;
    if (mistake.effect() instanceof TransferEffect.Hold
        || mistake.effect() instanceof TransferEffect.Release
        || mistake.effect() instanceof TransferEffect.Expire) {
      return "MISTAKE_MOVED_NOTHING";
    }
    if (t.code() != TransferCode.CORRECTION
        || !t.debit().equals(mistake.credit())
        || !t.credit().equals(mistake.debit())) {
      return "MISTAKE_DIFFERS";
    }
    return t.amount().fen() > mistake.amount().fen() - named.wentBack ? "MISTAKE_EXCEEDED" : "";
  }

  private void make(Transfer t, List<Runnable> undo) {
    made.put(t.key(), new Made(t));
    undo.add(() -> made.remove(t.key()));
    long fen = t.amount().fen();
    switch (t.effect()) {
      case TransferEffect.Move move -> move(t, fen, undo);
      case TransferEffect.Share share -> throw new IllegalStateException("a share: " + t);
      case TransferEffect.Hold hold -> change(t.debit().text(), t.at(), 0, fen, undo);
      case TransferEffect.Post post -> {
        end(post.hold(), "HOLD_POSTED", t, undo);
        move(t, fen, undo);
      }
      case TransferEffect.Release release -> end(release.hold(), "HOLD_VOIDED", t, undo);
      case TransferEffect.Expire expire -> end(expire.hold(), "HOLD_EXPIRED", t, undo);
      case TransferEffect.Correct correct -> {
        Made mistake = Objects.requireNonNull(made.get(correct.mistaken()));
        mistake.wentBack += fen;
        undo.add(() -> mistake.wentBack -= fen);
        move(t, fen, undo);
      }
    }
  }

  private void end(String key, String how, Transfer t, List<Runnable> undo) {
    Made hold = Objects.requireNonNull(made.get(key));
    hold.end = how;
    undo.add(() -> hold.end = "");
    change(t.debit().text(), t.at(), 0, -hold.transfer.amount().fen(), undo);
  }

  private void move(Transfer t, long fen, List<Runnable> undo) {
    change(t.debit().text(), t.at(), -fen, 0, undo);
    change(t.credit().text(), t.at(), fen, 0, undo);
  }

  private void change(String account, Instant at, long balance, long held, List<Runnable> undo) {
    Purse purse = purse(account);
    purse.balance += balance;
    purse.held += held;
    steps.add(new Step(account, at, balance, held));
    undo.add(
        () -> {
          purse.balance -= balance;
          purse.held -= held;
        });
  }

  private Purse purse(String account) {
    return purses.computeIfAbsent(account, none -> new Purse());
  }
}
