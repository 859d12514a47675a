package eco.exchange.lab.soak.bank;

import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.HouseAccount;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.person.AccountSeal;
import eco.exchange.settlement.person.SealedAccount;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.lang.reflect.Constructor;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Settlement by itself, on a PostgreSQL: its doors, without the web, the processes and the other
 * modules, so that it begins anew in a second or two.
 *
 * <p>Each door is made as the exchange makes it: by its constructor, of what that asks for. These
 * constructors belong to their rooms and are called by injection alone, which needs the whole
 * exchange; so they are found by reflection here.
 */
final class PgSettlement implements AutoCloseable {

  /** The exchange's own account at the bank. */
  static final BankAccount HOUSE =
      new BankAccount("公共资源交易中心", MessageSamples.ACCOUNT, "105100000017");

  private static final int CONNECTIONS = 4;

  private final Vertx loop = Vertx.vertx();
  private final Pool pool;
  private final Map<Class<?>, Object> made = new HashMap<>();

  PgSettlement(Login login) {
    PgConnectOptions server =
        new PgConnectOptions()
            .setHost(login.host())
            .setPort(login.port())
            .setDatabase(login.database())
            .setUser(login.user())
            .setPassword(login.password())
            .addProperty("application_name", login.application())
            .setCachePreparedStatements(true);
    this.pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(CONNECTIONS))
            .connectingTo(server)
            .using(loop)
            .build();
    Clock clock = Clock.systemUTC();
    made.put(Pool.class, pool);
    made.put(Clock.class, clock);
    made.put(Outbox.class, new Outbox(clock));
    made.put(HouseAccount.class, new HouseAccount(HOUSE));
    made.put(AccountSeal.class, new NobodyPaid());
    made.put(BooksStore.class, door(store()));
  }

  /**
   * Where the database is, and as whom it is used.
   *
   * @param application by which name its connections are known there
   */
  record Login(
      String host, int port, String database, String user, String password, String application) {}

  /** The door of a type, the same one each time. */
  <T> T door(Class<T> type) {
    Object known = made.get(type);
    if (known == null) {
      known = make(type);
      made.put(type, known);
    }
    return type.cast(known);
  }

  // In the built exchange a door has a second constructor, without parameters, for its proxy.
  private Object make(Class<?> type) {
    Constructor<?> constructor =
        Arrays.stream(type.getDeclaredConstructors())
            .max(Comparator.comparingInt(Constructor::getParameterCount))
            .orElseThrow();
    Object[] parts =
        Arrays.stream(constructor.getParameterTypes()).map(this::door).toArray(Object[]::new);
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no door " + type, e);
    }
  }

  private static Class<?> store() {
    try {
      return Class.forName(BooksStore.class.getPackageName() + ".PgBooksStore");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the books are not kept in PostgreSQL", e);
    }
  }

  /** Gives up all connections, whatever is under way on them. */
  @Override
  public void close() {
    pool.closeAndForget();
    loop.closeAndForget();
  }

  /** No person is paid here, so nothing is sealed and nothing may be opened. */
  private static final class NobodyPaid implements AccountSeal {

    @Override
    public SealedAccount seal(BankAccount account, String list, String person) {
      throw new IllegalStateException("nobody is paid here");
    }

    @Override
    public BankAccount open(String sealed, String list, String person) {
      throw new IllegalStateException("nobody is paid here");
    }
  }
}
