package eco.exchange.programs;

import eco.exchange.bidding.auction.Ending;
import eco.exchange.bidding.record.RecordChecker;
import eco.exchange.bidding.record.RecordReplay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The record of an auction in a file, which is told by its beginning and played again. */
final class AuctionRecordFile {

  private static final int BEGINNING = 64;

  private AuctionRecordFile() {}

  static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return RecordChecker.isRecord(in.readNBytes(BEGINNING));
    }
  }

  /** Plays it, says what was found, and whether it is right. */
  static boolean verify(Path file) throws IOException {
    Console.say("拍卖记录 auction record  " + file);
    RecordReplay replay;
    try (InputStream in = Files.newInputStream(file)) {
      replay = RecordChecker.check(in);
    }
    Console.say("  标的 lot：" + replay.trade());
    Console.say("  交易方式 method：%s %s".formatted(replay.method().zh(), replay.method()));
    Console.say("  重演的行为 acts played again：" + replay.acts());
    replay.ending().ifPresent(ending -> Console.say("  ✓ 结果 ending：" + told(ending)));
    replay.fault().ifPresent(fault -> Console.say("  ✗ 与规则不符 not by the rules：" + fault));
    return replay.fault().isEmpty();
  }

  private static String told(Ending ending) {
    return switch (ending) {
      case Ending.Sold sold ->
          "成交 sold to %s, %s".formatted(sold.winner().paddle(), sold.winner().offer());
      case Ending.Unsold unsold -> "未成交 unsold, " + unsold.cause();
    };
  }
}
