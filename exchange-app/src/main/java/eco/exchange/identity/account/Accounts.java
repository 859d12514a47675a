package eco.exchange.identity.account;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.calendar.Deadline;
import eco.exchange.identity.secret.Passwords;
import eco.exchange.market.AccountId;
import eco.exchange.market.CreditCode;
import eco.exchange.market.PartyId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The registration of parties, and the opening of accounts for the people who act for them.
 *
 * <p>Whether the caller may do so is asked by whoever calls; only a bidder registers itself.
 */
@ApplicationScoped
public class Accounts {

  private final PgAccountStore store;
  private final Passwords passwords;
  private final Clock clock;

  Accounts(PgAccountStore store, Passwords passwords, Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Registers a party. */
  public Uni<Answer<PartyView>> register(RegisterParty party) {
    List<Refusal> faults = IdentityRules.faults(party, today());
    if (!faults.isEmpty()) {
      return Uni.createFrom().item(Answer.refused(faults));
    }
    return store
        .keep(party, number(party), clock.instant())
        .chain(kept -> answer(kept, store.party(party.party())));
  }

  /** Opens an account for a person who acts for a registered party. */
  public Uni<Answer<AccountView>> open(OpenAccount account) {
    return store
        .party(account.party())
        .chain(
            party ->
                party
                    .map(found -> open(account, found.kind()))
                    .orElseGet(() -> refused(IdentityRefusal.NO_SUCH_PARTY, "No such party.")));
  }

  /** Registers a party that wants to bid, with the account of the person who registers it. */
  public Uni<Answer<AccountView>> registerBidder(
      RegisterParty party, AccountId id, String login, String password) {
    OpenAccount account = new OpenAccount(id, party.party(), login, password, Set.of(Role.BIDDER));
    List<Refusal> faults = new ArrayList<>(IdentityRules.faults(party, today()));
    faults.addAll(IdentityRules.faults(account, party.kind()));
    if (!faults.isEmpty()) {
      return Uni.createFrom().item(Answer.refused(faults));
    }
    return passwords
        .hash(password)
        .chain(hash -> store.keep(party, number(party), account, hash, clock.instant()))
        .chain(kept -> answer(kept, store.account(id)));
  }

  /** A party; empty if there is none of that identity. */
  public Uni<Optional<PartyView>> party(PartyId party) {
    return store.party(party);
  }

  /** The parties whose people run the market or watch over it. */
  public Uni<List<PartyView>> offices() {
    return store.partiesWith(
        Set.of(Role.OFFICER, Role.MANAGER, Role.SUPERVISOR, Role.ADMINISTRATOR));
  }

  /** A party by its credit code; empty if none is registered. */
  public Uni<Optional<PartyView>> partyOf(CreditCode code) {
    return store.party(code);
  }

  /** An account; empty if there is none of that identity. */
  public Uni<Optional<AccountView>> account(AccountId account) {
    return store.account(account);
  }

  /** An account and the hash of its password, by its login; empty if there is no such login. */
  public Uni<Optional<Credentials>> credentials(String login) {
    return store.credentials(login);
  }

  private Uni<Answer<AccountView>> open(OpenAccount account, PartyKind kind) {
    List<Refusal> faults = IdentityRules.faults(account, kind);
    if (!faults.isEmpty()) {
      return Uni.createFrom().item(Answer.refused(faults));
    }
    return passwords
        .hash(account.password())
        .chain(hash -> store.keep(account, hash, clock.instant()))
        .chain(kept -> answer(kept, store.account(account.account())));
  }

  private static <T> Uni<Answer<T>> answer(RegistrationOutcome kept, Uni<Optional<T>> view) {
    return switch (kept) {
      case NEW, AGAIN -> view.map(found -> Answer.done(found.orElseThrow()));
      case NUMBER_TAKEN ->
          refused(IdentityRefusal.NUMBER_TAKEN, "A party with this number is registered already.");
      case LOGIN_TAKEN -> refused(IdentityRefusal.LOGIN_TAKEN, "The login is taken.");
    };
  }

  private static <T> Uni<Answer<T>> refused(IdentityRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }

  private PartyNumber number(RegisterParty party) {
    return PartyNumber.read(party.kind(), party.number(), today()).orElseThrow();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Deadline.ZONE);
  }
}
