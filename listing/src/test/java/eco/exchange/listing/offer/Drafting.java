package eco.exchange.listing.offer;

import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.TradeId;
import eco.exchange.method.MethodTerms;
import eco.exchange.money.Money;
import eco.exchange.sharing.SharingTerms;
import java.util.Optional;
import java.util.UUID;

/** Says another thing in one place of a draft, or in several. */
final class Drafting {

  private DraftListing said;

  Drafting(DraftListing said) {
    this.said = said;
  }

  DraftListing done() {
    return said;
  }

  Drafting asAnotherRequest() {
    said = with(UUID.randomUUID(), said.how(), said.reserve(), said.approval(), said.relistOf());
    return this;
  }

  Drafting how(MethodTerms how) {
    said = with(said.request(), how, said.reserve(), said.approval(), said.relistOf());
    return this;
  }

  Drafting reserve(String yuan) {
    Money reserve = Money.yuan(yuan);
    said = with(said.request(), said.how(), reserve, said.approval(), said.relistOf());
    return this;
  }

  Drafting approval(String document) {
    Optional<String> approval = Optional.of(document);
    said = with(said.request(), said.how(), said.reserve(), approval, said.relistOf());
    return this;
  }

  Drafting relistOf(TradeId trade) {
    said = with(said.request(), said.how(), said.reserve(), said.approval(), Optional.of(trade));
    return this;
  }

  Drafting amounts(Money reserve, Money increment, Money deposit) {
    said = with(said, reserve, increment, deposit, said.decision(), said.terms());
    return this;
  }

  Drafting decision(String decision) {
    said = with(said, said.reserve(), said.increment(), said.deposit(), decision, said.terms());
    return this;
  }

  Drafting terms(SharingTerms terms) {
    said = with(said, said.reserve(), said.increment(), said.deposit(), said.decision(), terms);
    return this;
  }

  Drafting plan(PaymentPlan plan) {
    said =
        new DraftListing(
            said.request(),
            said.product(),
            said.appraisal(),
            said.rightGranted(),
            said.termYears(),
            said.use(),
            said.how(),
            said.reserve(),
            said.increment(),
            said.deposit(),
            Optional.of(plan),
            said.decision(),
            said.approval(),
            said.terms(),
            said.conditions(),
            said.relistOf());
    return this;
  }

  Drafting of(ProductView product, UUID appraisal, int termYears) {
    said =
        new DraftListing(
            said.request(),
            product.id(),
            appraisal,
            said.rightGranted(),
            termYears,
            said.use(),
            said.how(),
            said.reserve(),
            said.increment(),
            said.deposit(),
            said.plan(),
            said.decision(),
            said.approval(),
            said.terms(),
            said.conditions(),
            said.relistOf());
    return this;
  }

  private DraftListing with(
      UUID request,
      MethodTerms how,
      Money reserve,
      Optional<String> approval,
      Optional<TradeId> relistOf) {
    return new DraftListing(
        request,
        said.product(),
        said.appraisal(),
        said.rightGranted(),
        said.termYears(),
        said.use(),
        how,
        reserve,
        said.increment(),
        said.deposit(),
        said.plan(),
        said.decision(),
        approval,
        said.terms(),
        said.conditions(),
        relistOf);
  }

  private static DraftListing with(
      DraftListing said,
      Money reserve,
      Money increment,
      Money deposit,
      String decision,
      SharingTerms terms) {
    return new DraftListing(
        said.request(),
        said.product(),
        said.appraisal(),
        said.rightGranted(),
        said.termYears(),
        said.use(),
        said.how(),
        reserve,
        increment,
        deposit,
        said.plan(),
        decision,
        said.approval(),
        terms,
        said.conditions(),
        said.relistOf());
  }
}
