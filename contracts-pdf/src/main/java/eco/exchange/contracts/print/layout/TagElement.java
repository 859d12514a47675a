package eco.exchange.contracts.print.layout;

import java.util.Optional;

/**
 * An element of a paper for those who do not see it: a heading, a paragraph, a cell of a table (ISO
 * 32000-1, 14.8.4). It stands in another, and is the same wherever it goes on.
 *
 * <p>Two elements are never equal, even if they say the same.
 */
public final class TagElement {

  /** What is only seen: lines, tints, and what is repeated on each page. */
  public static final TagElement DECORATION = new TagElement("Artifact", Optional.empty(), "", "");

  private final String role;
  private final Optional<TagElement> parent;
  private final String scope;
  private final String instead;

  private TagElement(String role, Optional<TagElement> parent, String scope, String instead) {
    this.role = role;
    this.parent = parent;
    this.scope = scope;
    this.instead = instead;
  }

  /** The whole of a paper. */
  static TagElement document() {
    return new TagElement("Document", Optional.empty(), "", "");
  }

  /** A part of this element, by the name that PDF has for what it is, for example 'H2'. */
  TagElement part(String role) {
    return new TagElement(role, Optional.of(this), "", "");
  }

  /** The head of a row or a column of a table, by what it is the head of: 'Row' or 'Column'. */
  TagElement head(String scope) {
    return new TagElement("TH", Optional.of(this), scope, "");
  }

  /** A picture, with what is read out instead of it. */
  TagElement figure(String instead) {
    return new TagElement("Figure", Optional.of(this), "", instead);
  }

  public String role() {
    return role;
  }

  public Optional<TagElement> parent() {
    return parent;
  }

  /** What it is the head of; empty if it is no head. */
  public String scope() {
    return scope;
  }

  /** What is read out instead of it; empty if it has words of its own. */
  public String instead() {
    return instead;
  }
}
