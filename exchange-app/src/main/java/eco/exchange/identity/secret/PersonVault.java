package eco.exchange.identity.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.market.CitizenNumber;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The vault of the persons on rosters: sealed for one list, found again by a blind index, and each
 * with a personal code by which that person alone can ask for what concerns it.
 *
 * <p>A code has 80 bits and is made from the key, so it can be printed again and is nowhere stored;
 * only its SHA-256 is.
 */
@Singleton
public class PersonVault {

  private static final String SEALING = "person-sealing";
  private static final String INDEX = "person-index";
  private static final String CODE = "person-code";
  // Without letters that are read as digits or as each other.
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int CODE_LENGTH = 16;
  private static final int GROUP = 4;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataKey key;

  PersonVault(DataKey key) {
    this.key = key;
  }

  /**
   * A person, in clear; never kept.
   *
   * @param name the full name
   * @param number the citizen number
   */
  public record Person(String name, CitizenNumber number) {

    // So that it does not come into a log.
    @Override
    public String toString() {
      return "Person[" + MaskedName.of(name) + "]";
    }
  }

  /** Seals a person for a list, on which alone it can be opened. */
  public String seal(Person person, String list) {
    ObjectNode json = JSON.createObjectNode();
    json.put("name", person.name()).put("number", person.number().number());
    return sealText(json.toString(), list);
  }

  /** Seals something else about a person for a list, such as an account. */
  public String sealText(String text, String list) {
    return Base64.getEncoder().encodeToString(key.seal(SEALING, text, list));
  }

  /**
   * Opens a person.
   *
   * @throws IllegalStateException if it was sealed with another key, for another list, or changed
   */
  public Person open(String sealed, String list) {
    try {
      JsonNode json = JSON.readTree(openText(sealed, list));
      return new Person(
          json.path("name").asText(), new CitizenNumber(json.path("number").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was sealed is no person", e);
    }
  }

  /** Opens what else was sealed. */
  public String openText(String sealed, String list) {
    return key.open(SEALING, Base64.getDecoder().decode(sealed), list);
  }

  /** What the same person always gives on the same list, and on no other. */
  public String index(CitizenNumber number, String list) {
    return mark(number.number(), list);
  }

  /** What the same text always gives on the same list, and on no other. */
  public String mark(String text, String list) {
    return HexFormat.of().formatHex(key.mark(INDEX, list + "|" + text));
  }

  /** The personal code of whoever has this index, for example 'K7MP-2Q9X-...'. */
  public String code(String index) {
    byte[] mark = key.mark(CODE, index);
    StringBuilder code = new StringBuilder();
    for (int place = 0; place < CODE_LENGTH; place++) {
      if (place > 0 && place % GROUP == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(mark[place] & (ALPHABET.length() - 1)));
    }
    return code.toString();
  }

  /** The hash by which a code is known; however it is typed, it is the same. */
  public static String hash(String code) {
    String bare = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    try {
      byte[] bytes = bare.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
