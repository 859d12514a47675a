package eco.exchange.workflow;

import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;

/** The end of procedures whose case has gone away. Blocks on the database. */
record ProcedureEnd(ProcessEngine engine) {

  /** Ends a procedure with its tasks; nothing if it never began or has ended. */
  boolean end(String instance, String why) {
    return ProcessLock.holding(engine, instance, () -> endAlone(instance, why));
  }

  private boolean endAlone(String instance, String why) {
    RuntimeService instances = engine.getRuntimeService();
    if (instances.createProcessInstanceQuery().processInstanceId(instance).count() == 0) {
      return false;
    }
    instances.deleteProcessInstance(instance, why);
    return true;
  }
}
