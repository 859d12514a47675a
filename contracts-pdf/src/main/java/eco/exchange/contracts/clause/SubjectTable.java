package eco.exchange.contracts.clause;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.sentence.Sentence;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.RightKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of what is sold, row by row, as every paper shows it. */
public final class SubjectTable {

  private SubjectTable() {}

  /** Names and what they stand for. */
  public static List<List<String>> rows(Deal.Subject subject, Sentences say) {
    return Stream.of(
            say.of("subject.product").with("product", subject.product()),
            say.of("subject.kind").with("kind", subject.kind(), RightKind::zh),
            say.of("subject.right").with("right", subject.rightGranted()),
            say.of("subject.quantity").with("quantity", subject.quantity(), subject.unit()),
            say.of("subject.watershed").with("watershed", subject.watershed()),
            say.of("subject.location")
                .with("location", subject.location())
                .with("region", subject.region()),
            say.of("subject.area").with("area", subject.areaHm2()),
            say.of("subject.ownership").with("ownership", subject.ownership(), OwnershipClass::zh),
            say.of("subject.title").with("title", subject.title()))
        .map(Sentence::cells)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** What the subject was valued at. */
  public static List<String> row(Deal.Appraisal appraisal, Sentences say) {
    return say.of("subject.appraisal")
        .with("value", appraisal.value())
        .with("report", appraisal.report())
        .cells();
  }
}
