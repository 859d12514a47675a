package eco.exchange.listing.catalogue;

import eco.exchange.market.AccountId;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.PartyId;
import eco.exchange.market.ProductId;
import eco.exchange.market.RightKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product as it lies in the table. */
@Entity
@Table(schema = "listing", name = "product")
public class ProductRow {

  @Id UUID id;

  UUID transferor;

  @Column(columnDefinition = "text")
  String name;

  @Column(columnDefinition = "text")
  String region;

  @Column(columnDefinition = "text")
  String watershed;

  @Column(columnDefinition = "text")
  String location;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "text")
  RightKind kind;

  @Column(columnDefinition = "numeric")
  BigDecimal quantity;

  @Column(columnDefinition = "text")
  String unit;

  @Column(name = "area_hm2", columnDefinition = "numeric")
  BigDecimal areaHm2;

  @Column(name = "title_owner", columnDefinition = "text")
  String titleOwner;

  @Column(name = "title_user", columnDefinition = "text")
  String titleUser;

  @Column(name = "title_operator", columnDefinition = "text")
  String titleOperator;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "text")
  OwnershipClass ownership;

  @Column(name = "title_certificate", columnDefinition = "text")
  String titleCertificate;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "text")
  TitleStanding standing;

  @Column(columnDefinition = "text")
  @Nullable String dispute;

  @Column(name = "title_judged_by")
  @Nullable UUID titleJudgedBy;

  @Column(name = "catalogued_at")
  Instant cataloguedAt;

  @Version long version;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  ProductRow() {}

  ProductRow(ProductView product) {
    id = product.id().id();
    transferor = product.transferor().id();
    name = product.name();
    region = product.region();
    watershed = product.watershed();
    location = product.location();
    kind = product.kind();
    quantity = product.quantity();
    unit = product.unit();
    areaHm2 = product.areaHm2();
    titleOwner = product.title().owner();
    titleUser = product.title().user();
    titleOperator = product.title().operator();
    ownership = product.title().ownership();
    titleCertificate = product.title().certificate();
    standing = product.standing();
    dispute = product.dispute().orElse(null);
    titleJudgedBy = product.titleJudgedBy().map(AccountId::id).orElse(null);
    cataloguedAt = product.cataloguedAt();
  }

  /** Takes over how the title stands; nothing else of a product ever changes. */
  void judge(ProductView product) {
    standing = product.standing();
    dispute = product.dispute().orElse(null);
    titleJudgedBy = product.titleJudgedBy().map(AccountId::id).orElse(null);
  }

  public ProductView view() {
    return new ProductView(
        new ProductId(id),
        new PartyId(transferor),
        name,
        region,
        watershed,
        location,
        kind,
        quantity,
        unit,
        areaHm2,
        new Title(titleOwner, titleUser, titleOperator, ownership, titleCertificate),
        standing,
        Optional.ofNullable(dispute),
        Optional.ofNullable(titleJudgedBy).map(AccountId::new),
        cataloguedAt);
  }
}
