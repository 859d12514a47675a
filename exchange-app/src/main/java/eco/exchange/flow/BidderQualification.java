package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.BIDDER_QUALIFICATION;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.bidding.application.Applications;
import eco.exchange.event.MarketEvent.BidderApplied;
import eco.exchange.market.ApplicationId;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The examination of an applicant, each application by itself. */
@ApplicationScoped
class BidderQualification implements ServiceTaskTable.OfModel {

  private static final String APPLICATION = "application";
  private static final String BIDDER = "bidder";
  private static final String RANK = "rank";

  private final Applications applications;

  BidderQualification(Applications applications) {
    this.applications = applications;
  }

  static NewCase caseOf(BidderApplied event) {
    return new NewCase(
        BIDDER_QUALIFICATION,
        keyOf(event.application()),
        Map.of(
            TRADE, event.trade().code(),
            APPLICATION, event.application().toString(),
            BIDDER, event.bidder().toString(),
            SUBMITTED_BY, event.by().toString()));
  }

  static String keyOf(ApplicationId application) {
    return application.toString();
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "qualify",
        p -> applications.qualify(application(p), p.lastOpinion(), rank(p), p.lastDecider()),
        "reject",
        p -> applications.reject(application(p), p.lastOpinion(), p.lastDecider()));
  }

  private static ApplicationId application(Progress progress) {
    return ApplicationId.parse(progress.fact(APPLICATION));
  }

  // What is no number is a rank that nobody has, so that the officer is told.
  private static Optional<Integer> rank(Progress progress) {
    return Optional.ofNullable(progress.facts().get(RANK))
        .filter(rank -> !rank.isBlank())
        .map(rank -> rank.matches("[1-9]") ? Integer.parseInt(rank) : 0);
  }
}
