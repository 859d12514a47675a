package eco.exchange.contracts.print.manuscript;

/**
 * A file inside a paper, in JSON.
 *
 * @param name the name of the file
 * @param description what it is
 * @param relation how it relates to what is printed
 * @param json the text
 */
public record Attachment(String name, String description, Relation relation, String json) {

  /** How a file relates to what is printed, in the words of PDF/A-3. */
  public enum Relation {
    /** The print was made from it. */
    SOURCE("Source"),
    /** Data by which what is printed can be computed. */
    DATA("Data");

    private final String name;

    Relation(String name) {
      this.name = name;
    }

    /** The name of the relation in a PDF. */
    public String pdfName() {
      return name;
    }
  }
}
