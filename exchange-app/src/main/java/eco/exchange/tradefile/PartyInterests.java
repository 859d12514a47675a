package eco.exchange.tradefile;

import eco.exchange.bidding.application.PartyRegister;
import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.PartyView;
import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.listing.offer.ListingView;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The register of parties for bidding, made from the accounts and the listing of the trade. */
@ApplicationScoped
class PartyInterests implements PartyRegister {

  private final Accounts accounts;
  private final Listings listings;

  PartyInterests(Accounts accounts, Listings listings) {
    this.accounts = accounts;
    this.listings = listings;
  }

  @Override
  public Uni<Interests> interests(TradeId trade, PartyId party) {
    return Uni.combine()
        .all()
        .unis(accounts.party(party), ofTrade(trade), accounts.offices())
        .with(
            (found, ofTrade, offices) ->
                new Interests(
                    found.map(PartyView::code).orElse(""),
                    Stream.concat(
                            ofTrade.stream(),
                            offices.stream().map(one -> insider(Concern.CENTRE, one)))
                        .toList()));
  }

  private Uni<List<Insider>> ofTrade(TradeId trade) {
    return listings.listing(trade).chain(listing -> listing.map(this::of).orElseGet(this::none));
  }

  private Uni<List<Insider>> of(ListingView listing) {
    Stream<Insider> transferor = Stream.of(known(Concern.TRANSFEROR, listing.transferor()));
    Stream<Insider> appraiser =
        listing.appraisal().map(AppraisalView::appraiser).stream()
            .map(party -> known(Concern.APPRAISER, party));
    return Multi.createFrom()
        .items(Stream.concat(transferor, appraiser))
        .onItem()
        .transformToUniAndConcatenate(
            insider ->
                accounts
                    .party(insider.party())
                    .map(
                        found -> found.map(one -> insider(insider.concern(), one)).orElse(insider)))
        .collect()
        .asList();
  }

  private Uni<List<Insider>> none() {
    return Uni.createFrom().item(List.of());
  }

  private static Insider known(Concern concern, PartyId party) {
    return new Insider(concern, party, "");
  }

  private static Insider insider(Concern concern, PartyView party) {
    return new Insider(concern, party.party(), party.code());
  }
}
