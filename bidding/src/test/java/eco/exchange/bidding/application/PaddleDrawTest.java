package eco.exchange.bidding.application;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.testing.Seeds;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaddleDrawTest {

  @Test
  void every_bidder_of_a_lot_gets_another_paddle_however_many_there_are() {
    Random random = Seeds.of(Seeds.fresh());
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < 6_000; i++) {
      assertThat(taken.add(PaddleDraw.from(random, taken))).isTrue();
    }
    assertThat(taken).allMatch(paddle -> paddle.matches("[1-9]\\d{3,4}"));
    assertThat(taken.stream().filter(paddle -> paddle.length() == 4)).hasSize(4_500);
  }

  @Test
  void a_paddle_does_not_tell_in_which_order_bidders_were_admitted() {
    Random random = new Random(1);
    int rising = 0;
    String last = PaddleDraw.from(random, Set.of());
    for (int i = 0; i < 1_000; i++) {
      String next = PaddleDraw.from(random, Set.of(last));
      rising += next.compareTo(last) > 0 ? 1 : 0;
      last = next;
    }
    assertThat(rising).isBetween(400, 600);
  }
}
