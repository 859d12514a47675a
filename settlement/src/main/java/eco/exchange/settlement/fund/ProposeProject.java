package eco.exchange.settlement.fund;

import eco.exchange.money.Money;

/**
 * The command to propose a project.
 *
 * @param fund the fund that is to pay for it
 * @param title what it is called; at most 100 characters, as all texts here but the target
 * @param work what sort of work
 * @param place where
 * @param plan the number of the erosion-control plan in which it stands
 * @param budget what it may cost at most
 * @param target what is to come of it; at most 300 characters
 * @param contractor who does it and is paid
 */
public record ProposeProject(
    FundId fund,
    String title,
    ErosionControlWork work,
    String place,
    String plan,
    Money budget,
    String target,
    String contractor) {}
