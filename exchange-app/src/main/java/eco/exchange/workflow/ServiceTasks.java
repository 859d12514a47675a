package eco.exchange.workflow;

import java.util.Map;

/** The steps that the models name, by the ids of their service tasks. */
public interface ServiceTasks {

  /** The steps by name. */
  Map<String, ServiceTask> byName();
}
