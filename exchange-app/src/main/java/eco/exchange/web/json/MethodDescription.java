package eco.exchange.web.json;

import eco.exchange.method.TradeMethod;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The description of trade methods in the published OpenAPI, made from the records of their terms.
 */
@OpenApiFilter
public final class MethodDescription implements OASFilter {

  private static final String FORMS =
      "Lengths of time by ISO 8601, shares as {ppm}, revenues one a year,"
          + " scoring as {price, criteria: [{name, weight}]}.";

  @Override
  public void filterOpenAPI(OpenAPI published) {
    Map<String, Schema> schemas = published.getComponents().getSchemas();
    describe(Objects.requireNonNull(schemas.get("MethodTerms"), "the schema of MethodTerms"));
  }

  private static void describe(Schema terms) {
    Schema method = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    Arrays.stream(TradeMethod.values()).map(Enum::name).forEach(method::addEnumeration);
    String fields =
        Arrays.stream(TradeMethod.values())
            .map(MethodDescription::fields)
            .collect(Collectors.joining(". "));
    terms
        .description(
            "How a right is sold: the method and what it is told. " + fields + ". " + FORMS)
        .addProperty("method", method)
        .addRequired("method");
  }

  private static String fields(TradeMethod method) {
    String fields =
        Arrays.stream(method.terms().getRecordComponents())
            .map(MethodDescription::field)
            .collect(Collectors.joining(", "));
    return method + ": " + (fields.isEmpty() ? "nothing more" : fields);
  }

  private static String field(RecordComponent part) {
    return part.getName() + (part.getType() == Optional.class ? " (may be absent)" : "");
  }
}
