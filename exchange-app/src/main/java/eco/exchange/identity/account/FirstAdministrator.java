package eco.exchange.identity.account;

import eco.exchange.identity.secret.OpaqueToken;
import eco.exchange.identity.secret.Passwords;
import eco.exchange.identity.secret.SecretFolder;
import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The first administrator, whose account is opened at the first start: without it nobody could open
 * any.
 *
 * <p>At the first start the centre that runs the exchange is registered, with an administrator
 * whose random password stands in {@code administrator.txt} of the data folder.
 */
@ApplicationScoped
class FirstAdministrator {

  private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LOGIN = "administrator";

  private final PgAccountStore store;
  private final Passwords passwords;
  private final SecretFolder folder;
  private final Clock clock;
  private final String centreName;
  private final String centreCode;

  FirstAdministrator(
      PgAccountStore store,
      Passwords passwords,
      SecretFolder folder,
      Clock clock,
      @ConfigProperty(name = "exchange.centre.name", defaultValue = "公共资源交易中心") String centreName,
      @ConfigProperty(name = "exchange.centre.code", defaultValue = "12000000MB0E00003B")
          String centreCode) {
    this.store = store;
    this.passwords = passwords;
    this.folder = folder;
    this.clock = clock;
    this.centreName = centreName;
    this.centreCode = centreCode;
  }

  void open(@Observes StartupEvent start) {
    if (!store.hasAccounts().await().atMost(PATIENCE)) {
      open(OpaqueToken.fresh().text());
    }
  }

  // The note is written first: an account whose password nobody knows would lock everybody out.
  private void open(String password) {
    Path note = folder.note("administrator.txt", LOGIN + "\n" + password + "\n");
    RegisterParty centre =
        new RegisterParty(
            new PartyId(UUID.randomUUID()), PartyKind.AUTHORITY, centreName, centreCode);
    OpenAccount account =
        new OpenAccount(
            new AccountId(UUID.randomUUID()),
            centre.party(),
            LOGIN,
            password,
            Set.of(Role.ADMINISTRATOR));
    PartyNumber number =
        PartyNumber.read(centre.kind(), centreCode, LocalDate.EPOCH)
            .orElseThrow(() -> new IllegalStateException("exchange.centre.code does not check"));
    RegistrationOutcome kept =
        passwords
            .hash(password)
            .chain(hash -> store.keep(centre, number, account, hash, clock.instant()))
            .await()
            .atMost(PATIENCE);
    if (kept == RegistrationOutcome.NEW) {
      LOG.infof("The first administrator's password stands in %s", note);
    } else {
      LOG.infof("Another node has opened the first account; %s is worth nothing", note);
    }
  }
}
