package eco.exchange.event;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import java.time.Instant;

/** The events of a roster, by which a collective's members are paid. */
public sealed interface RosterEvent extends MarketEvent.OfContract {

  /** The key of the payee that they are together. */
  String payee();

  /** The version of the roster. */
  int version();

  /** The roster of a collective is filed and shown for objections until the given time. */
  record RosterFiled(
      TradeId trade,
      ContractId contract,
      String payee,
      int version,
      AccountId by,
      Instant objectionsEndAt)
      implements RosterEvent {}

  /** Somebody objects to a roster; the objections to a version are counted from 1. */
  record RosterObjected(TradeId trade, ContractId contract, String payee, int version, int number)
      implements RosterEvent {}

  /** A roster has gone back to the collective, which may file another version. */
  record RosterReturned(TradeId trade, ContractId contract, String payee, int version)
      implements RosterEvent {}

  /** A roster is fixed: by it the members' part of what comes is split. */
  record RosterFixed(
      TradeId trade, ContractId contract, String payee, int version, String rosterHash)
      implements RosterEvent {}
}
