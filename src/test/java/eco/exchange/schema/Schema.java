package eco.exchange.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The schema of a database as sorted lines: columns, constraints, indexes, functions, triggers,
 * views and rights, each as PostgreSQL itself writes it.
 */
final class Schema {

  private static final String LINES =
      """
      WITH room AS (
        SELECT oid, nspname FROM pg_namespace
         WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
      ), relation AS (
        SELECT pg_class.*, room.nspname || '.' || relname AS name
          FROM pg_class JOIN room ON room.oid = relnamespace
      ), line AS (
        SELECT format('column %s.%s %s %s %s', name, attname, format_type(atttypid, atttypmod),
                      attnotnull, pg_get_expr(adbin, adrelid)) AS text
          FROM relation
          JOIN pg_attribute ON attrelid = relation.oid AND attnum > 0 AND NOT attisdropped
          LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        UNION ALL
        SELECT format('constraint %s %s %s', name, conname, pg_get_constraintdef(pg_constraint.oid))
          FROM relation JOIN pg_constraint ON conrelid = relation.oid
        UNION ALL
        SELECT pg_get_indexdef(indexrelid) FROM relation JOIN pg_index ON indrelid = relation.oid
        UNION ALL
        SELECT format('%s %s', pg_get_triggerdef(pg_trigger.oid), tgenabled)
          FROM relation JOIN pg_trigger ON tgrelid = relation.oid AND NOT tgisinternal
        UNION ALL
        SELECT format('view %s %s', name, pg_get_viewdef(relation.oid))
          FROM relation WHERE relkind = 'v'
        UNION ALL
        SELECT pg_get_functiondef(pg_proc.oid) FROM pg_proc JOIN room ON room.oid = pronamespace
        UNION ALL
        SELECT format('right on %s %s', name, granted)
          FROM relation, aclexplode(relacl) granted
        UNION ALL
        SELECT format('right on %s.%s %s', name, attname, granted)
          FROM relation JOIN pg_attribute ON attrelid = relation.oid, aclexplode(attacl) granted
        UNION ALL
        SELECT format('right on %s %s', pg_proc.oid::regprocedure, granted)
          FROM pg_proc JOIN room ON room.oid = pronamespace, aclexplode(proacl) granted
      )
      SELECT text FROM line ORDER BY text
      """;

  private Schema() {}

  /** The lines of the database at an address. */
  static List<String> of(String jdbcUrl) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(LINES)) {
      List<String> lines = new ArrayList<>();
      while (found.next()) {
        lines.add(found.getString(1));
      }
      return lines;
    }
  }
}
