package eco.exchange.flow;

import eco.exchange.settlement.year.YearEnd;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The confirmation that a year is closed. */
@ApplicationScoped
class YearClosing implements ServiceTaskTable.OfModel {

  private static final String YEAR = "year";

  private final YearEnd yearEnd;

  YearClosing(YearEnd yearEnd) {
    this.yearEnd = yearEnd;
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of("closeYear", p -> yearEnd.close(year(p), p.deciderOf("confirmClosing")));
  }

  private static int year(Progress progress) {
    return Integer.parseInt(progress.fact(YEAR));
  }
}
