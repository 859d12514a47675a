package eco.exchange.bidding.application;

import eco.exchange.market.ApplicationId;

/**
 * Two applicants for one lot that belong together by what they have declared; for the centre alone.
 *
 * @param earlier the application that came first
 * @param later the other
 * @param code the credit code that ties them: of one of them, or of a third that both declare
 */
public record RelationView(ApplicationId earlier, ApplicationId later, String code) {}
