package eco.exchange.event;

import eco.exchange.market.AccountId;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What has happened in the market. Read downwards, the permitted events are the story of a trade.
 *
 * <p>An event is a fact in the past tense. A module writes its events in the transaction that makes
 * them true; they are handed on at least once, and in order within a story.
 */
public sealed interface MarketEvent {

  /** The story to which it belongs: the trade code, or for a stray receipt its own number. */
  String story();

  /** An event in the story of one trade. */
  sealed interface OfTrade extends MarketEvent {
    /** The trade. */
    TradeId trade();

    @Override
    default String story() {
      return trade().code();
    }
  }

  /** An event in the story of a contract, by the number under which it was first concluded. */
  sealed interface OfContract extends OfTrade {
    /** The contract. */
    ContractId contract();
  }

  /** An event in the story of an amendment of a contract. */
  sealed interface OfAmendment extends OfContract {
    /** The number of the amendment. */
    ContractId amendment();
  }

  /** An income of a contract in effect is shared by its clauses. */
  sealed interface OfSharing extends OfContract {}

  /** An event in the story of a roster, by which a collective's members are paid. */
  sealed interface OfRoster extends OfContract {
    /** The key of the payee that they are together. */
    String payee();

    /** The version of the roster. */
    int version();
  }

  /** An event in the story of a reinvestment fund, by the number of the fund. */
  sealed interface OfFund extends MarketEvent {
    /** The number of the fund. */
    String fund();

    @Override
    default String story() {
      return "fund/" + fund();
    }
  }

  /** The transferor has handed in a complete listing for review. */
  record ListingSubmitted(TradeId trade, PartyId transferor, AccountId by, int round)
      implements OfTrade {}

  /** The centre has sent the listing back; the transferor may mend it and submit again. */
  record ListingReturned(TradeId trade, String opinion) implements OfTrade {}

  /** The listing is public; its terms are frozen. */
  record ListingDisclosed(TradeId trade, PartyId transferor, LotTerms terms) implements OfTrade {}

  /** Somebody has applied to bid, with papers. */
  record BidderApplied(TradeId trade, ApplicationId application, PartyId bidder, AccountId by)
      implements OfTrade {}

  /** The applicant meets the conditions; now the deposit is awaited. */
  record BidderQualified(
      TradeId trade, ApplicationId application, PartyId bidder, Money deposit, Instant depositDueAt)
      implements OfTrade {}

  /** The applicant does not meet the published conditions. */
  record BidderRejected(TradeId trade, ApplicationId application, PartyId bidder, String opinion)
      implements OfTrade {}

  /** The applicant has withdrawn while applications were still taken; the deposit goes back. */
  record BidderWithdrew(TradeId trade, ApplicationId application, PartyId bidder)
      implements OfTrade {}

  /** The bidder's deposit has arrived in time and in full, and is held. */
  record DepositHeld(TradeId trade, PartyId bidder, Money deposit) implements OfTrade {}

  /** The bidder has a paddle and may bid. */
  record BidderAdmitted(TradeId trade, PartyId bidder, String paddle) implements OfTrade {}

  /**
   * Bidding is over and there is a winner; the award is public until the given time. The first
   * attempt is to the best of the ranking; after a lapse the next may be to the runner-up.
   */
  record LotAwarded(
      TradeId trade,
      int attempt,
      PartyId winner,
      String paddle,
      Offer offer,
      Optional<PartyId> runnerUp,
      Instant publicityEndsAt)
      implements OfTrade {}

  /** Bidding is over, or the award was refused or has lapsed, and nobody gets the lot. */
  record LotUnsold(TradeId trade, String cause) implements OfTrade {}

  /** Two persons of the centre have approved the award. */
  record AwardApproved(TradeId trade, PartyId winner, Money price) implements OfTrade {}

  /**
   * Somebody holds that an award must lapse; signing waits until another person has decided. The
   * proposals of one award are counted from 1.
   */
  record LapseProposed(TradeId trade, int attempt, int number, String cause, AccountId by)
      implements OfTrade {}

  /**
   * The winner has lost the award. What is to become of the lot is not decided yet.
   *
   * @param forfeits whether the deposit is lost with it (R-QUA-8)
   */
  record AwardLapsed(TradeId trade, int attempt, PartyId winner, String cause, boolean forfeits)
      implements OfTrade {}

  /** The contract is drawn up and waits for signatures. */
  record ContractIssued(TradeId trade, ContractId contract, PartyId transferor, PartyId transferee)
      implements OfTrade {}

  /** Both parties have signed and the centre has sealed: the clauses are in force. */
  record ContractEffective(TradeId trade, ContractId contract, String termsHash)
      implements OfTrade {}

  /**
   * An amendment of a contract is drawn up and waits for signatures.
   *
   * @param contract the contract that was first concluded
   * @param amendment the number of the amendment
   * @param from the day from which it would apply
   */
  record AmendmentDrawn(
      TradeId trade,
      ContractId contract,
      ContractId amendment,
      PartyId transferor,
      PartyId transferee,
      LocalDate from)
      implements OfAmendment {}

  /** An amendment was given up before both had signed. */
  record AmendmentWithdrawn(TradeId trade, ContractId contract, ContractId amendment)
      implements OfAmendment {}

  /** Both have signed an amendment and the centre has sealed it: it will be paid by. */
  record ContractAmended(
      TradeId trade, ContractId contract, ContractId amendment, String termsHash, LocalDate from)
      implements OfAmendment {}

  /** The transferor has accepted a guarantee for the instalments after the first. */
  record GuaranteeAccepted(TradeId trade, ContractId contract) implements OfContract {}

  /** An instalment of the price has come in, with its interest, and is shared. */
  record InstalmentShared(TradeId trade, ContractId contract, int number, Money amount)
      implements OfSharing {}

  /**
   * The price is paid as agreed and shared by the contract's clauses: whole, or where it is paid in
   * instalments the first, with a guarantee for the others.
   */
  record PriceSettled(TradeId trade, ContractId contract, Money price) implements OfTrade {}

  /** The transaction certificate (交易凭证) is issued. */
  record TradeCertified(TradeId trade, ContractId contract, String certificate)
      implements OfTrade {}

  /** The operator has told a year's revenue. */
  record RevenueReported(TradeId trade, ContractId contract, int year, Money revenue)
      implements OfTrade {}

  /** The reported revenue has come in, in full. */
  record RevenueReceived(TradeId trade, ContractId contract, int year, Money revenue)
      implements OfTrade {}

  /** A year's revenue is shared by the contract's clauses, and each payee has a statement. */
  record RevenueDistributed(TradeId trade, ContractId contract, int year, Money revenue)
      implements OfSharing {}

  /** The penalty for a year's revenue or an instalment that came late is in, and is shared. */
  record PenaltyShared(TradeId trade, ContractId contract, Occasion occasion, Money penalty)
      implements OfSharing {}

  /** The roster of a collective is filed and shown for objections until the given time. */
  record RosterFiled(
      TradeId trade,
      ContractId contract,
      String payee,
      int version,
      AccountId by,
      Instant objectionsEndAt)
      implements OfRoster {}

  /** Somebody objects to a roster; the objections to a version are counted from 1. */
  record RosterObjected(TradeId trade, ContractId contract, String payee, int version, int number)
      implements OfRoster {}

  /** A roster has gone back to the collective, which may file another version. */
  record RosterReturned(TradeId trade, ContractId contract, String payee, int version)
      implements OfRoster {}

  /** A roster is fixed: by it the members' part of what comes is split. */
  record RosterFixed(
      TradeId trade, ContractId contract, String payee, int version, String rosterHash)
      implements OfRoster {}

  /** Somebody has proposed a work of erosion control; a fund counts its projects from 1. */
  record ProjectProposed(String fund, int project, AccountId by, PartyId proposer)
      implements OfFund {}

  /** Somebody asks for a payment of an approved project, which counts them from 1. */
  record ProjectPaymentAsked(String fund, int project, int payment, AccountId by)
      implements OfFund {}

  /** Money has come in that fits nothing; it is kept until somebody decides. */
  record ReceiptUnmatched(String receipt, Money amount, String cause) implements MarketEvent {

    @Override
    public String story() {
      return "receipt/" + receipt;
    }
  }
}
