package eco.exchange.workflow;

import eco.exchange.market.AccountId;
import eco.exchange.market.Page;
import eco.exchange.market.TradeId;
import eco.exchange.workflow.CaseView.Deed;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flowable.engine.HistoryService;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;

/** The records of the procedures of a trade, for those who audit it. Blocks on the database. */
record ProcedureRecords(HistoryService history) {

  private static final Set<String> DEEDS =
      Set.of("userTask", "serviceTask", "intermediateCatchEvent");

  /** The procedures of a trade in the order in which they began; none ever leaves the list. */
  Page<CaseView> of(TradeId trade, Optional<String> after, int limit) {
    int from = after.filter(mark -> mark.matches("\\d{1,9}")).map(Integer::parseInt).orElse(0);
    List<HistoricProcessInstance> found =
        history
            .createHistoricProcessInstanceQuery()
            .variableValueEquals(Progress.TRADE, trade.code())
            .includeProcessVariables()
            .orderByProcessInstanceStartTime()
            .asc()
            .orderByProcessInstanceId()
            .asc()
            .listPage(from, limit + 1);
    List<CaseView> page = found.stream().limit(limit).map(this::view).toList();
    return new Page<>(
        page, found.size() > limit ? Optional.of("" + (from + limit)) : Optional.empty());
  }

  private CaseView view(HistoricProcessInstance instance) {
    Map<String, String> facts = Progress.facts(instance.getProcessVariables());
    List<Deed> deeds =
        history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(instance.getId())
            .activityTypes(DEEDS)
            .orderByHistoricActivityInstanceStartTime()
            .asc()
            .list()
            .stream()
            .map(activity -> deed(activity, facts))
            .toList();
    return new CaseView(
        instance.getProcessDefinitionKey(),
        instance.getBusinessKey(),
        instance.getStartTime().toInstant(),
        moment(instance.getEndTime()),
        deeds);
  }

  private static Deed deed(HistoricActivityInstance activity, Map<String, String> facts) {
    String act = activity.getActivityId();
    return new Deed(
        act,
        activity.getActivityName(),
        activity.getStartTime().toInstant(),
        moment(activity.getEndTime()),
        Optional.ofNullable(facts.get(act + Progress.BY)).map(AccountId::parse),
        Optional.ofNullable(facts.get(act + Progress.OUTCOME)),
        Optional.ofNullable(facts.get(act + Progress.OPINION)));
  }

  private static Optional<Instant> moment(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }
}
