package eco.exchange.contracts.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.contracts.SampleKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Papers that are meant to exhaust whoever reads them: an answer comes, and soon. */
class HostilePapersTest {

  private static final ContractVerifier VERIFIER =
      ContractVerifier.trusting(SampleKeys.shared().root());
  private static final Duration SOON = Duration.ofSeconds(10);

  enum Hostile {
    PAGE_THAT_UNPACKS_TO_A_GIGABYTE {
      @Override
      byte[] paper() throws IOException {
        return pdf(page("4 0 R"), stream("/Filter/FlateDecode", packed(1 << 30)));
      }
    },
    PAGE_PACKED_TWICE {
      @Override
      byte[] paper() throws IOException {
        byte[] twice = packed(packed(1 << 28));
        return pdf(page("4 0 R"), stream("/Filter[/FlateDecode/FlateDecode]", twice));
      }
    },
    A_HUNDRED_THOUSAND_PAGES {
      @Override
      byte[] paper() {
        String pages = "3 0 R ".repeat(100_000);
        return (HEAD
                + "2 0 obj<</Type/Pages/Count 100000/Kids["
                + pages
                + "]>>endobj\n"
                + page("")
                + TAIL)
            .getBytes(ISO_8859_1);
      }
    },
    PAGES_IN_A_CIRCLE {
      @Override
      byte[] paper() {
        return (HEAD + "2 0 obj<</Type/Pages/Count 9/Parent 2 0 R/Kids[2 0 R]>>endobj\n" + TAIL)
            .getBytes(ISO_8859_1);
      }
    },
    A_HUNDRED_THOUSAND_BRACKETS {
      @Override
      byte[] paper() {
        return (HEAD + "2 0 obj" + "[".repeat(100_000) + "]".repeat(100_000) + "endobj\n" + TAIL)
            .getBytes(ISO_8859_1);
      }
    },
    TABLE_OF_OBJECTS_THAT_LEADS_TO_ITSELF {
      @Override
      byte[] paper() {
        String body = HEAD + "2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n";
        String table = "xref\n0 1\n0000000000 65535 f \n";
        return (body
                + table
                + "trailer<</Size 3/Root 1 0 R/Prev "
                + body.length()
                + ">>\nstartxref\n"
                + body.length()
                + "\n%%EOF\n")
            .getBytes(ISO_8859_1);
      }
    },
    TABLE_OF_TWO_THOUSAND_MILLION_OBJECTS {
      @Override
      byte[] paper() {
        String body = HEAD + "2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n";
        return (body
                + "xref\n0 2000000000\n0000000000 65535 f \n"
                + "trailer<</Size 2000000000/Root 1 0 R>>\nstartxref\n"
                + body.length()
                + "\n%%EOF\n")
            .getBytes(ISO_8859_1);
      }
    };

    abstract byte[] paper() throws IOException;
  }

  private static final String HEAD = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n";
  private static final String TAIL = "trailer<</Size 9/Root 1 0 R>>\n%%EOF\n";

  @ParameterizedTest
  @EnumSource
  @Timeout(60)
  void an_answer_comes_soon_and_says_no(Hostile hostile) throws IOException {
    byte[] paper = hostile.paper();
    long start = System.nanoTime();

    Verification told = VERIFIER.verify(paper);

    assertThat(told.isGenuine()).isFalse();
    assertThat(told.contract()).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  private static String page(String contents) {
    return "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[%s]>>endobj\n"
        .formatted(contents);
  }

  private static byte[] pdf(String page, byte[] stream) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.write(
        (HEAD + "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n" + page).getBytes(ISO_8859_1));
    pdf.write(stream);
    pdf.write(TAIL.getBytes(ISO_8859_1));
    return pdf.toByteArray();
  }

  private static byte[] stream(String filter, byte[] packed) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write(
        "4 0 obj<<%s/Length %d>>stream\n".formatted(filter, packed.length).getBytes(ISO_8859_1));
    stream.write(packed);
    stream.write("\nendstream endobj\n".getBytes(ISO_8859_1));
    return stream.toByteArray();
  }

  /** So many blanks, packed. */
  private static byte[] packed(int size) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      byte[] blanks = " ".repeat(1 << 16).getBytes(ISO_8859_1);
      for (int done = 0; done < size; done += blanks.length) {
        deflater.write(blanks);
      }
    }
    return packed.toByteArray();
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(bytes);
    }
    return packed.toByteArray();
  }
}
