package eco.exchange.flow;

import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.ServiceTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.HashMap;
import java.util.Map;

/** The service tasks of all models, as the classes of their processes tell them. */
@ApplicationScoped
class ServiceTaskTable implements ServiceTasks {

  /** The service tasks of one model, by their ids. */
  interface OfModel {

    /** The steps by name, each with what it calls. */
    Map<String, ServiceTask> steps();
  }

  private final Map<String, ServiceTask> steps;

  ServiceTaskTable(Instance<OfModel> models) {
    Map<String, ServiceTask> all = new HashMap<>();
    models.forEach(model -> all.putAll(model.steps()));
    this.steps = Map.copyOf(all);
  }

  @Override
  public Map<String, ServiceTask> byName() {
    return steps;
  }
}
