package eco.exchange.workflow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.util.CommandContextUtil;

/**
 * The lock by which decisions in one procedure follow one another.
 *
 * <p>Two people who decide the same task at the same moment would otherwise both call the door
 * before the engine notices; and two who sign side by side would meet at the join, where one fails.
 */
final class ProcessLock {

  private ProcessLock() {}

  /** Does the work in one transaction of the engine, alone in the procedure. */
  static <T> T holding(ProcessEngine engine, String instance, Supplier<T> work) {
    return engine
        .getManagementService()
        .executeCommand(
            context -> {
              lock(
                  CommandContextUtil.getDbSqlSession(context).getSqlSession().getConnection(),
                  instance);
              return work.get();
            });
  }

  // The row of an ended procedure is gone, and then there is nothing left to guard.
  private static void lock(Connection connection, String instance) {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id_ FROM act_ru_execution WHERE id_ = ? FOR UPDATE")) {
      select.setString(1, instance);
      select.executeQuery().close();
    } catch (SQLException broken) {
      throw new IllegalStateException("the procedure cannot be locked", broken);
    }
  }
}
