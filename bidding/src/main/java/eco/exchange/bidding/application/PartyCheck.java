package eco.exchange.bidding.application;

import eco.exchange.answer.Refusal;
import eco.exchange.bidding.application.PartyRegister.Interests;
import eco.exchange.bidding.ban.BanView;
import eco.exchange.bidding.ban.Bans;
import eco.exchange.bidding.ban.RestrictedAct;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The check of what is known against a party, at the application, the admission and the signing.
 */
public final class PartyCheck {

  private final PartyRegister register;
  private final Bans bans;

  public PartyCheck(PartyRegister register, Bans bans) {
    this.register = register;
    this.bans = bans;
  }

  public Uni<Findings> of(TradeId trade, PartyId party, RestrictedAct act) {
    return register
        .interests(trade, party)
        .chain(
            interests ->
                bans.against(party, interests.code(), act)
                    .map(ban -> new Findings(party, interests, ban)));
  }

  /**
   * What was found out about a party.
   *
   * @param ban the ban that stands against what it wants to do
   */
  public record Findings(PartyId party, Interests interests, Optional<BanView> ban) {

    String code() {
      return interests.code();
    }

    /** Every reason against the party, given the group that it has declared. */
    public List<Refusal> reasons(Lot lot, List<String> related) {
      List<Refusal> reasons = new ArrayList<>();
      ban.ifPresent(it -> reasons.add(new Refusal(BiddingRefusal.BANNED, it.wording())));
      Conflicts.ofInterest(lot, party, interests, related)
          .ifPresent(
              detail -> reasons.add(new Refusal(BiddingRefusal.CONFLICT_OF_INTEREST, detail)));
      return reasons;
    }
  }
}
