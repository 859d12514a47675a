package eco.exchange.bidding.ban;

import eco.exchange.bidding.ban.BanView.Revocation;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored ban list. Entries are never removed; a revocation is added to them. */
public interface BanStore {

  /** Adds an entry; false if there is one of this identity. */
  Uni<Boolean> add(BanView ban);

  /** Revokes an entry that is not revoked; false if it is. */
  Uni<Boolean> revoke(UUID ban, Revocation revocation);

  /** An entry. */
  Uni<Optional<BanView>> ban(UUID id);

  /** The entries about a subject. */
  Uni<List<BanView>> about(PartyId party, String code);

  /** The entries in the order in which they were made, all of them or those of a scope. */
  Uni<Page<BanView>> bans(Optional<BanScope> scope, Optional<String> after, int limit);
}
