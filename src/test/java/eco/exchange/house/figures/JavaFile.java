package eco.exchange.house.figures;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * What the parser tells of a Java file: its types, and the names by which it may speak of others.
 *
 * @param words simple names that are used and not declared in the file
 * @param qualified imported names, those imported whole ('a.b.*') and those written out in the code
 * @param parts simple names of what its records are made of
 * @param isSealed whether a type of it is sealed, nested or not
 * @param permits the subtypes that its sealed types name, as written; nested types too
 */
public record JavaFile(
    Source source,
    String packageName,
    List<Type> types,
    Set<String> words,
    Set<String> qualified,
    Set<String> parts,
    boolean isSealed,
    Set<String> permits) {

  /** A type that is not nested in another. */
  public record Type(String name, boolean isPublic, boolean isDoor) {}

  /** The files among these that hold types; a package-info holds none. */
  public static List<JavaFile> of(List<Source> sources) {
    return ParsedSource.of(sources).stream()
        .filter(parsed -> !parsed.source().fileName().equals("package-info.java"))
        .map(parsed -> of(parsed.source(), parsed.tree()))
        .toList();
  }

  /** Reads one file that has been parsed. */
  public static JavaFile of(Source source, CompilationUnitTree tree) {
    Names names = new Names();
    names.scan(tree, null);
    names.words.removeAll(names.declared);
    return new JavaFile(
        source,
        String.valueOf(tree.getPackageName()),
        tree.getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .map(type -> typeOf((ClassTree) type))
            .toList(),
        names.words,
        names.qualified,
        names.parts,
        names.isSealed,
        names.permits);
  }

  /** The name of its main type with the package. */
  public String name() {
    return packageName + "." + source.fileName().replace(".java", "");
  }

  /** Whether it holds a door: a public class of which the application has one instance. */
  public boolean isDoor() {
    return types.stream().anyMatch(Type::isDoor);
  }

  private static Type typeOf(ClassTree tree) {
    boolean isPublic = tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
    boolean isApplicationScoped =
        tree.getModifiers().getAnnotations().stream()
            .map(annotation -> annotation.getAnnotationType().toString())
            .anyMatch(name -> name.replaceAll(".*\\.", "").equals("ApplicationScoped"));
    return new Type(tree.getSimpleName().toString(), isPublic, isPublic && isApplicationScoped);
  }

  /** Collects names; Javadoc is no code and is not looked at. */
  private static final class Names extends TreeScanner<Void, Void> {

    private final Set<String> words = new HashSet<>();
    private final Set<String> qualified = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final Set<String> parts = new HashSet<>();
    private final Set<String> permits = new HashSet<>();
    private boolean isSealed;

    @Override
    public Void visitImport(ImportTree tree, Void none) {
      qualified.add(tree.getQualifiedIdentifier().toString());
      return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void none) {
      declared.add(tree.getSimpleName().toString());
      isSealed |= tree.getModifiers().getFlags().contains(Modifier.SEALED);
      tree.getPermitsClause().forEach(subtype -> permits.add(subtype.toString()));
      if (tree.getKind() == Tree.Kind.RECORD) {
        tree.getMembers().stream()
            .filter(Names::isComponent)
            .forEach(member -> new Parts().scan(((VariableTree) member).getType(), null));
      }
      return super.visitClass(tree, null);
    }

    // A record has no other fields.
    private static boolean isComponent(Tree member) {
      return member instanceof VariableTree field
          && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    /** Collects the names in the type of a component, for example those of a list of steps. */
    private final class Parts extends TreeScanner<Void, Void> {

      @Override
      public Void visitIdentifier(IdentifierTree tree, Void none) {
        parts.add(tree.getName().toString());
        return null;
      }
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void none) {
      words.add(tree.getName().toString());
      return super.visitIdentifier(tree, null);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void none) {
      if (isWrittenOut(tree)) {
        qualified.add(tree.toString());
      }
      return super.visitMemberSelect(tree, null);
    }

    // Names of packages are lower case; a call in a chain of calls is no name.
    private static boolean isWrittenOut(MemberSelectTree tree) {
      ExpressionTree first = tree;
      while (first instanceof MemberSelectTree member) {
        first = member.getExpression();
      }
      return first instanceof IdentifierTree word
          && Character.isLowerCase(word.getName().charAt(0))
          && Character.isUpperCase(tree.getIdentifier().charAt(0));
    }
  }
}
