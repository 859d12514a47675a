package eco.exchange.listing.catalogue;

import eco.exchange.market.OwnershipClass;

/**
 * The owner, the user and the operator of a product, as its papers say.
 *
 * @param owner the full name of the owner (所有权人)
 * @param user the full name of whoever has the right of use (使用权人)
 * @param operator the full name of whoever operates it until it is sold (经营权人)
 * @param ownership whose property it is, which decides the rules of its sale
 * @param certificate the number of the title certificate or of the survey that found it
 */
public record Title(
    String owner, String user, String operator, OwnershipClass ownership, String certificate) {}
