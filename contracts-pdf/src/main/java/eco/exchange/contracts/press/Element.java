package eco.exchange.contracts.press;

import java.util.Optional;

/**
 * What a piece of a paper is to those who do not see it: a heading, a paragraph, a cell of a table
 * (ISO 32000-1, 14.8.4). It stands in another, and is the same wherever it goes on.
 *
 * <p>Two elements are never equal, even if they say the same.
 */
final class Element {

  /** What is only seen: lines, tints, and what is repeated on each page. */
  static final Element DECORATION = new Element("Artifact", Optional.empty(), "", "");

  private final String role;
  private final Optional<Element> parent;
  private final String scope;
  private final String instead;

  private Element(String role, Optional<Element> parent, String scope, String instead) {
    this.role = role;
    this.parent = parent;
    this.scope = scope;
    this.instead = instead;
  }

  /** The whole of a paper. */
  static Element document() {
    return new Element("Document", Optional.empty(), "", "");
  }

  /** A part of this element, by the name that PDF has for what it is, for example 'H2'. */
  Element part(String role) {
    return new Element(role, Optional.of(this), "", "");
  }

  /** The head of a row or a column of a table, by what it is the head of: 'Row' or 'Column'. */
  Element head(String scope) {
    return new Element("TH", Optional.of(this), scope, "");
  }

  /** A picture, with what is read out instead of it. */
  Element figure(String instead) {
    return new Element("Figure", Optional.of(this), "", instead);
  }

  String role() {
    return role;
  }

  Optional<Element> parent() {
    return parent;
  }

  /** What it is the head of; empty if it is no head. */
  String scope() {
    return scope;
  }

  /** What is read out instead of it; empty if it has words of its own. */
  String instead() {
    return instead;
  }
}
