package io.quanyu.ingest.source.pos;

import static io.quanyu.ingest.door.Payloads.event;
import static io.quanyu.ingest.door.Payloads.refusal;
import static io.quanyu.ingest.door.Payloads.withMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyu.contract.RawHeaders;
import io.quanyu.events.Identifier;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.OrderLine;
import io.quanyu.events.RefundChanged;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Source;
import io.quanyu.ingest.file.FilePayload;
import io.quanyu.ingest.file.PayloadFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosCsvTest {

    private static final Source POS_CSV = new Pos().sources().get(0);
    private static final String MAP =
            """
            name: online-retail
            version: 1
            group_by: InvoiceNo
            currency: GBP
            refund_when: {column: InvoiceNo, starts_with: C}
            columns:
              number: {column: InvoiceNo}
              time: {column: InvoiceDate, format: "yyyy-MM-dd HH:mm:ss", zone: Europe/London}
              quantity: {column: Quantity}
              price: {column: UnitPrice, unit: yuan}
              product: {column: StockCode}
              title: {column: Description}
              member: {column: CustomerID, integer: true}
              region: {column: Country}
            """;
    private static final String CSV =
            """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            569901,23256,"CUTLERY, SPACEBOY",2,2011-10-06 16:21:00,4.15,12923.0,United Kingdom
            C569902,23256,CUTLERY,-1,2011-10-07 16:20:00,4.15,12923.0,United Kingdom
            569901,22138,BAKING SET,3,2011-10-06 16:20:00,4.95,12923.0,United Kingdom
            569903,22139,RETRO,1,2011-12-06 16:20:00,0.1,,France
            """;

    @TempDir
    Path folder;

    @Test
    void theRowsOfAnInvoiceAreOneOrder() throws IOException {
        OrderChanged order = event(OrderChanged.class, payload(0));

        assertThat(order)
                .returns("569901", OrderChanged::getOrderId)
                .returns(830L + 1485L, OrderChanged::getPaidFen)
                .returns("GBP", OrderChanged::getCurrency)
                .returns("United Kingdom", OrderChanged::getRegion)
                .returns(Instant.parse("2011-10-06T15:20:00Z"), OrderChanged::getPaidAt)
                .returns("online-retail/1", OrderChanged::getMappingVersion);
        assertThat(order.getLines())
                .extracting(OrderLine::getLineId)
                .containsExactly("569901-23256-1", "569901-22138-2");
        assertThat(order.getIdentifiers())
                .extracting(Identifier::getType, Identifier::getScope, Identifier::getValue, Identifier::getLink)
                .containsExactly(
                        tuple("pos_member", "pos:10000001", "12923", "self"),
                        tuple("order", "pos:10000001", "569901", "order-of"));
    }

    @Test
    void aCancellationIsARefundOfAnUnknownOrder() throws IOException {
        assertThat(event(RefundChanged.class, payload(1)))
                .returns("C569902", RefundChanged::getRefundId)
                .returns(null, RefundChanged::getOrderId)
                .returns(415L, RefundChanged::getRefundFen)
                .returns("United Kingdom", RefundChanged::getRegion)
                .returns("pos_member", refund -> refund.getSubject().getType());
    }

    @Test
    void withoutCustomerTheOrderStandsForThem() throws IOException {
        assertThat(event(OrderChanged.class, payload(2)))
                .returns(10L, OrderChanged::getPaidFen)
                .returns("order", order -> order.getSubject().getType());
    }

    @Test
    void aFileOfAnotherCharsetOrWithoutAColumnIsRefusedAtOnce() throws IOException {
        Path map = write("map.yaml", MAP, StandardCharsets.UTF_8);
        Path gbk = write("gbk.csv", CSV.replace("RETRO", "复古"), Charset.forName("GBK"));
        Path lacking = write("lacking.csv", CSV.replace("UnitPrice", "Price"), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> PayloadFiles.read(POS_CSV.cut(), gbk, map)).hasMessageContaining("charset: GBK");
        assertThatThrownBy(() -> PayloadFiles.read(POS_CSV.cut(), lacking, map))
                .hasMessageContaining("lacks the columns [UnitPrice]");
        assertThatThrownBy(() -> PayloadFiles.read(POS_CSV.cut(), gbk, null))
                .hasMessageContaining("needs a column map");
    }

    @Test
    void aRowWithTooManyCellsIsRefusedAlone() throws IOException {
        Path file =
                write("wide.csv", CSV + "569904,1,X,1,2011-12-06 16:20:00,0.1,,France,extra\n", StandardCharsets.UTF_8);
        List<FilePayload> cut = PayloadFiles.read(POS_CSV.cut(), file, write("map.yaml", MAP, StandardCharsets.UTF_8));

        assertThat(cut).hasSize(4);
        assertThat(refusal(withMap(new String(cut.get(3).body(), StandardCharsets.UTF_8), MAP)))
                .returns(Reason.MALFORMED, Outcome.Refused::reason)
                .extracting(Outcome.Refused::detail)
                .asString()
                .contains("line 6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "price: {column: UnitPrice, unit: yuan}; price: {column: UnitPrice, unit: pounds}; unit must be fen or yuan",
                "zone: Europe/London; zone: Europe/Atlantis; Atlantis",
                ", zone: Europe/London; ''; needs a zone",
                "group_by: InvoiceNo; groupby: InvoiceNo; unknown entry \"groupby\"",
                "number: {column: InvoiceNo}; numero: {column: InvoiceNo}; unknown entry \"numero\"",
                "quantity: {column: Quantity}; quantity: {}; either \"column\" or \"constant\"",
                "starts_with: C; ends_with: C; unknown entry \"ends_with\"",
                "currency: GBP; currency: pound; ISO 4217"
            })
    void aWrongMapSaysWhereAndWhat(String before, String after, String complaint) {
        String wrong = MAP.replace(before, after);

        assertThat(wrong).isNotEqualTo(MAP);
        assertThat(refusal(withMap("{\"rows\":[{\"InvoiceNo\":\"1\"}]}", wrong)))
                .returns(Reason.BAD_HEADER, Outcome.Refused::reason)
                .extracting(Outcome.Refused::detail)
                .asString()
                .contains(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"4.15\"; \"4.1555\"; BAD_VALUE; whole fen",
                "\"2\"; \"two\"; BAD_VALUE; quantity in column",
                "\"12923.0\"; \"12923.5\"; BAD_VALUE; member in column",
                "\"2011-10-06 16:21:00\"; \"\"; MISSING_FIELD; time is missing",
                "\"InvoiceNo\":\"569901\"; \"InvoiceNo\":\"\"; MISSING_FIELD; number is missing",
                "\"2\"; \"-2\"; BAD_VALUE; must not be negative"
            })
    void aBadCellIsNamed(String before, String after, Reason reason, String detail) {
        String row = "{\"rows\":[{\"InvoiceNo\":\"569901\",\"Quantity\":\"2\",\"InvoiceDate\":\"2011-10-06 16:21:00\","
                + "\"UnitPrice\":\"4.15\",\"CustomerID\":\"12923.0\"}],\"lines\":[2]}";

        assertThat(refusal(withMap(row.replace(before, after), MAP)))
                .returns(reason, Outcome.Refused::reason)
                .extracting(Outcome.Refused::detail)
                .asString()
                .contains(detail);
    }

    @Test
    void aMemberNumberThatIsAPhoneLeavesAsAHash() {
        String row = "{\"rows\":[{\"InvoiceNo\":\"1\",\"Quantity\":1,\"InvoiceDate\":\"2011-10-06 16:21:00\","
                + "\"UnitPrice\":1.1,\"CustomerID\":13800000000}]}";

        assertThat(event(OrderChanged.class, withMap(row, MAP)).getSubject())
                .returns("pos_member", Identifier::getType)
                .returns("138****0000", Identifier::getMasked)
                .returns(64, id -> id.getValue().length());
    }

    private RawPayload payload(int index) throws IOException {
        Path file = write("orders.csv", "\ufeff" + CSV, StandardCharsets.UTF_8);
        FilePayload cut = PayloadFiles.read(POS_CSV.cut(), file, write("map.yaml", MAP, StandardCharsets.UTF_8))
                .get(index);
        assertThat(cut.headers()).containsEntry(RawHeaders.MAP, MAP);
        return withMap(new String(cut.body(), StandardCharsets.UTF_8), MAP);
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve(name), text, charset);
    }
}
