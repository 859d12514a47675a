package eco.exchange.workflow;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The exchange with its procedures, but with doors that do as the test says. */
public class ProceduresAlone implements QuarkusTestProfile {

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(RecordedServiceTasks.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of();
  }
}
