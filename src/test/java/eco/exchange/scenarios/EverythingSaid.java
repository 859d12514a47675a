package eco.exchange.scenarios;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.web.Callers;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Everything that an exchange says and keeps: its log, every row of its database, and every answer
 * that somebody may read. A secret must be in none of it.
 */
final class EverythingSaid extends Handler {

  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

  private final Queue<String> log = new ConcurrentLinkedQueue<>();

  /** Listens to the log from now on. */
  static EverythingSaid listening() {
    EverythingSaid said = new EverythingSaid();
    Logger.getLogger("").addHandler(said);
    return said;
  }

  /** In none of the log. */
  void isNotInTheLog(String secret) {
    Logger.getLogger("").removeHandler(this);
    assertThat(log).isNotEmpty().noneMatch(line -> line.contains(secret));
  }

  /** The tables that have it in any row: of events, requests, procedures, whatever there is. */
  static List<String> tablesWith(String text, DataSource database) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (String table : tables(connection)) {
        String sql = "SELECT FROM %s told WHERE told::text LIKE ? LIMIT 1".formatted(table);
        try (var statement = connection.prepareStatement(sql)) {
          statement.setString(1, "%" + text + "%");
          try (ResultSet row = statement.executeQuery()) {
            if (row.next()) {
              found.add(table);
            }
          }
        }
      }
    }
    return found;
  }

  /** In no answer to any question that somebody with this login can ask about these things. */
  static void isNotAnswered(String secret, String login, Map<String, String> things) {
    String token = Callers.token(login, TheMarket.PASSWORD);
    List<String> found = new ArrayList<>();
    int answered = 0;
    for (String address : addresses(things)) {
      Response response = given().header("Authorization", "Bearer " + token).get(address);
      answered += response.statusCode() == 200 ? 1 : 0;
      if (response.asString().contains(secret)) {
        found.add(login + " " + address);
      }
    }
    assertThat(answered).as(login).isGreaterThan(25);
    assertThat(found).isEmpty();
  }

  private static List<String> addresses(Map<String, String> things) {
    Map<String, Map<String, Object>> paths =
        given().get("/openapi?format=json").then().statusCode(200).extract().path("paths");
    return paths.entrySet().stream()
        .filter(path -> path.getValue().containsKey("get") && !path.getKey().contains("/live"))
        .map(path -> filled(path.getKey(), things))
        .filter(address -> !address.contains("{"))
        .toList();
  }

  private static String filled(String path, Map<String, String> things) {
    return PARAMETER
        .matcher(path)
        .replaceAll(it -> Matcher.quoteReplacement(things.getOrDefault(it.group(1), it.group())));
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                 WHERE table_type = 'BASE TABLE'
                   AND table_schema NOT IN ('pg_catalog', 'information_schema')
                """)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  @Override
  public void publish(LogRecord record) {
    log.add(record instanceof ExtLogRecord told ? told.getFormattedMessage() : record.getMessage());
    if (record.getThrown() != null) {
      log.add(record.getThrown().toString());
    }
  }

  @Override
  public void flush() {
    // Nothing is kept back.
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
