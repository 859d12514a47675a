package eco.exchange.bidding.ban;

import eco.exchange.bidding.ban.BanView.Revocation;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The ban list in memory, for a test that needs no more of it than who is banned. */
public final class MemoryBanStore implements BanStore {

  private final Map<UUID, BanView> bans = new LinkedHashMap<>();

  @Override
  public Uni<Boolean> add(BanView ban) {
    return Uni.createFrom().item(() -> bans.putIfAbsent(ban.ban().id(), ban) == null);
  }

  @Override
  public Uni<Boolean> revoke(UUID ban, Revocation revocation) {
    return Uni.createFrom()
        .item(
            () ->
                bans.computeIfPresent(
                        ban,
                        (id, it) ->
                            it.revocation().isPresent()
                                ? it
                                : new BanView(
                                    it.ban(),
                                    it.enteredBy(),
                                    it.enteredAt(),
                                    Optional.of(revocation)))
                    != null);
  }

  @Override
  public Uni<Optional<BanView>> ban(UUID id) {
    return Uni.createFrom().item(() -> Optional.ofNullable(bans.get(id)));
  }

  @Override
  public Uni<List<BanView>> about(PartyId party, String code) {
    return Uni.createFrom()
        .item(
            () ->
                bans.values().stream()
                    .filter(
                        it ->
                            it.ban().subject().party().equals(Optional.of(party))
                                || it.ban().subject().code().equals(code))
                    .toList());
  }

  @Override
  public Uni<Page<BanView>> bans(Optional<BanScope> scope, Optional<String> after, int limit) {
    return Uni.createFrom()
        .item(
            () ->
                new Page<>(
                    bans.values().stream()
                        .filter(it -> scope.isEmpty() || scope.get() == it.ban().scope())
                        .limit(limit)
                        .toList(),
                    Optional.empty()));
  }
}
