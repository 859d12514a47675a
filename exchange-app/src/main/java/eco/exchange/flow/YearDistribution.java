package eco.exchange.flow;

import eco.exchange.settlement.year.YearEnd;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The confirmation of a run that shares a whole year. */
@ApplicationScoped
class YearDistribution implements ServiceTaskTable.OfModel {

  private static final String RUN = "run";

  private final YearEnd yearEnd;

  YearDistribution(YearEnd yearEnd) {
    this.yearEnd = yearEnd;
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "approveYearRun",
        p -> yearEnd.approve(run(p), p.deciderOf("confirmYearDistribution")),
        "rejectYearRun",
        p -> yearEnd.reject(run(p), p.deciderOf("confirmYearDistribution")));
  }

  private static long run(Progress progress) {
    return Long.parseLong(progress.fact(RUN));
  }
}
