package eco.exchange.workflow.engine;

import eco.exchange.workflow.ServiceTasks;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * The start of the process engine on its own schema, with the clock of the market and the models
 * deployed.
 *
 * <p>The engine commits by itself, apart from the modules: their tables are the truth, a process
 * instance is the to-do list, and every adapter is idempotent.
 */
@Singleton
@Startup
class ProcessEngineStart {

  // Market time jumps in demonstrations; a timer that has become due should not wait long for
  // notice.
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  // After a crash the work of a dead node is taken up when its lock ends. A step that takes longer
  // than this may be taken twice, which its door does not mind.
  private static final Duration LOCKED = Duration.ofSeconds(20);

  private final ProcessEngine engine;

  ProcessEngineStart(
      @DataSource("flowable") AgroalDataSource database, Clock clock, Instance<ServiceTasks> steps)
      throws IOException {
    this.engine = configuration(database, clock, steps).buildProcessEngine();
    new ModelDeployment(engine.getRepositoryService()).deployWhatChanged();
  }

  private static ProcessEngineConfiguration configuration(
      AgroalDataSource database, Clock clock, Instance<ServiceTasks> steps) {
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(database);
    configuration.setDatabaseType("postgres");
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setClock(new EngineClock(clock));
    configuration.setBeans(new ServiceTaskBeans(steps::get));
    configuration.setHistoryLevel(HistoryLevel.AUDIT);
    configuration.setDisableIdmEngine(true);
    configuration.setDisableEventRegistry(true);
    configuration.setAsyncExecutorActivate(true);
    configuration.setAsyncExecutorCorePoolSize(2);
    configuration.setAsyncExecutorMaxPoolSize(4);
    int look = Math.toIntExact(BETWEEN_LOOKS.toMillis());
    configuration.setAsyncExecutorDefaultTimerJobAcquireWaitTime(look);
    configuration.setAsyncExecutorDefaultAsyncJobAcquireWaitTime(look);
    configuration.setAsyncExecutorResetExpiredJobsInterval(look);
    int locked = Math.toIntExact(LOCKED.toMillis());
    configuration.setAsyncExecutorTimerLockTimeInMillis(locked);
    configuration.setAsyncExecutorAsyncJobLockTimeInMillis(locked);
    return configuration;
  }

  // Before the database goes, and after everybody who could still ask for something.
  void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) {
    engine.close();
  }

  @Produces
  @Singleton
  ProcessEngine engine() {
    return engine;
  }
}
