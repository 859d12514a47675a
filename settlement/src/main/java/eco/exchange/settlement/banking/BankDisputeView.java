package eco.exchange.settlement.banking;

import eco.exchange.settlement.bank.BankLine;
import java.time.Instant;

/**
 * A line of a message that cannot be true by the books; a person must ask the bank about it.
 * Nothing has followed from it.
 *
 * @param message the bank's number of the message
 * @param place the place of the line in it, from 0
 * @param told what it tells
 * @param dispute why it cannot be true
 * @param notedAt when that was noted
 */
public record BankDisputeView(
    String message, int place, BankLine told, String dispute, Instant notedAt) {}
