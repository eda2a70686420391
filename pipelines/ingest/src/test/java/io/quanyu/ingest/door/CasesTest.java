package io.quanyu.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyu.contract.RawHeaders;
import io.quanyu.events.Fulfilment;
import io.quanyu.events.Identifier;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.OrderLine;
import io.quanyu.events.RefundChanged;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Outcome.Refused;
import io.quanyu.ingest.Position;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.file.FilePayload;
import io.quanyu.ingest.file.PayloadFiles;
import io.quanyu.ingest.file.PayloadSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as merchants have them, with the value that is right. */
class CasesTest {

    private static final Path CASES = Path.of("src/test/resources/io/quanyu/ingest/cases");
    private static final String SHEET =
            """
            name: sheet
            version: 1
            shop: s1
            refund_when: {column: kind, is: [退货]}
            columns:
              number: {columns: [store, no], day: time}
              time: {column: time, format: "yyyy-MM-dd HH:mm:ss", zone: Asia/Shanghai}
              quantity: {column: qty}
              paid: {column: paid, unit: yuan}
              phone: {column: phone}
              member: {column: member}
            """;
    private static final String SHEET_HEADER = "store,no,time,qty,paid,phone,member,kind\n";

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private Map<String, String> headers = Map.of();

    @BeforeEach
    void headersOfTheCommand() {
        headers = new HashMap<>(Map.of(
                RawHeaders.TENANT, "acme",
                RawHeaders.SHOP, "10000001",
                RawHeaders.RECEIVED_AT, "1788228600000"));
    }

    /** Its own word counts until the case is heard of, and is never added to it: one id, and a version below all of the case's. */
    @Test
    void aYouzanOrderTellsOfItsAfterSaleCases() throws IOException {
        String order =
                """
                {"code": 200, "data": {"full_order_info": {"order_info": {"tid": "E2026", "node_kdt_id": 20000002,
                "status": "TRADE_SUCCESS", "created": "2026-09-01 10:00:00", "pay_time": "2026-09-01 10:01:00",
                "update_time": "2026-09-05 10:00:00"}, "pay_info": {"payment": "188.00"}, "orders": []},
                "refund_order": [{"refund_id": "R1", "refund_fee": "88.00", "refund_state": 60, "oids": ["15001"]},
                {"refund_id": "R2", "refund_fee": "10.00", "refund_state": 20}]}}
                """;

        feed("youzan", "order.json", order.getBytes(StandardCharsets.UTF_8), null);

        assertThat(events(OrderChanged.class)).singleElement().returns(18800L, OrderChanged::getPaidFen);
        assertThat(events(RefundChanged.class))
                .extracting(
                        RefundChanged::getRefundId,
                        RefundChanged::getOrderId,
                        RefundChanged::getShop,
                        RefundChanged::getRefundFen,
                        refund -> refund.getStatus().name())
                .containsExactly(
                        tuple("R1", "E2026", "20000002", 8800L, "SUCCEEDED"),
                        tuple("R2", "E2026", "20000002", 1000L, "REFUNDING"));
        assertThat(events(RefundChanged.class)).allMatch(refund -> refund.getVersion() < 0);
    }

    @Test
    void aTillGivesItsTicketsAndTheRowsThatAreWrong() throws IOException {
        feed("pos-csv", "07-till.csv", "07-till.yaml");

        assertThat(events(OrderChanged.class))
                .extracting(OrderChanged::getOrderId, OrderChanged::getPaidFen)
                .containsExactly(tuple("0009", 750L), tuple("0011", 1250L));
        assertThat(refused())
                .extracting(Refused::detail)
                .anySatisfy(
                        detail -> assertThat(detail).startsWith("CSV line 2: ").contains("2 different orders"))
                .anySatisfy(
                        detail -> assertThat(detail).startsWith("CSV line 3: ").contains("2 different orders"))
                .anySatisfy(detail ->
                        assertThat(detail).startsWith("CSV line 5: ").contains("lost its digits", "6.91713E+18"))
                .anySatisfy(
                        detail -> assertThat(detail).startsWith("CSV line 9: ").contains("9 cells"))
                .hasSize(4);
    }

    @Test
    void aNumberOfStoreDayAndTicketTellsTicketsApart() throws IOException {
        String map = Files.readString(CASES.resolve("07-till.yaml"))
                .replace("number: {column: 单号}", "number: {columns: [门店, 单号], day: 时间}");
        feed("pos-csv", "till.csv", Files.readAllBytes(CASES.resolve("07-till.csv")), map);

        assertThat(events(OrderChanged.class))
                .extracting(OrderChanged::getOrderId, OrderChanged::getPaidFen)
                .containsExactly(
                        tuple("20260901-一店-0001", 1250L),
                        tuple("20260901-二店-0001", 2000L),
                        tuple("20260902-一店-0001", 3000L),
                        tuple("20260901-一店-0009", 750L),
                        tuple("20260901-二店-0011", 1250L));
        OrderChanged weighed = events(OrderChanged.class).get(4);
        assertThat(weighed.getLines()).extracting(OrderLine::getQuantity).containsExactly(1L);
        assertThat(weighed.getIdentifiers())
                .extracting(Identifier::getType, Identifier::getMasked)
                .contains(tuple("phone", "138****0001"));
        assertThat(refused())
                .extracting(Refused::detail)
                .anySatisfy(detail -> assertThat(detail).contains("line 5", "lost its digits"))
                .anySatisfy(detail -> assertThat(detail).contains("line 6", "lost its digits"))
                .anySatisfy(detail -> assertThat(detail).contains("line 9", "9 cells"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一店,1,2026-09-01 08:05:00,1,1234.50,13800000001,,",
                "一店,1,2026/9/1 8:05,1,\"¥1,234.50\",=\"13800000001\",,",
                "一店,1,2026-09-01 08:05,１,￥１２３４.５０,'13800000001,,",
                "=\"一店\",'1,2026年9月1日 08:05:00,1件,1234.50元,13800000001.0,,",
                "一店,1,2026/09/01 08:05:00,1,\"CNY 1,234.50\",１３８００００００１,,,,,"
            })
    void aCellIsReadAsSpreadsheetsWriteIt(String row) throws IOException {
        feed("pos-csv", "sheet.csv", bytes(SHEET_HEADER + row), SHEET);

        assertThat(events(OrderChanged.class))
                .as("%s", outcomes)
                .singleElement()
                .returns("20260901-一店-1", OrderChanged::getOrderId)
                .returns(123450L, OrderChanged::getPaidFen)
                .returns(Instant.parse("2026-09-01T00:05:00Z"), OrderChanged::getPaidAt);
    }

    @Test
    void anExchangeIsWhatIsLeftOfSaleAndReturn() throws IOException {
        feed(
                "pos-csv",
                "sheet.csv",
                bytes(SHEET_HEADER
                        + "一店,1,2026-09-01 08:05:00,1,5.00,,,退货\n一店,1,2026-09-01 08:05:00,1,12.50,,,销售\n"
                        + "一店,2,2026-09-01 09:05:00,1,20.00,,,退货\n一店,2,2026-09-01 09:05:00,1,12.50,,,销售\n"),
                SHEET);

        assertThat(events(OrderChanged.class)).singleElement().returns(750L, OrderChanged::getPaidFen);
        assertThat(events(RefundChanged.class)).singleElement().returns(750L, RefundChanged::getRefundFen);
    }

    @Test
    void aBadRowRefusesItsTicketAndNothingElse() throws IOException {
        feed(
                "pos-csv",
                "sheet.csv",
                bytes("某某超市销售明细\n" + SHEET_HEADER
                        + "一店,1,2026-09-01 08:05:00,1,\"5.00,,,\n一店,2,2026-09-01 08:05:00,1,12.50,,,\n"
                        + "一店,3,2026-09-01 08:05:00,x,12.50,,,\n一店,3,2026-09-01 08:05:00,1,1.00,,,\n,,,,,,,\n"
                        + SHEET_HEADER
                        + "一店,4,2026-09-01 08:06:00,1,9.00,,散客,\n合计,,,4,40.00,,,\n"),
                SHEET);

        assertThat(events(OrderChanged.class))
                .extracting(OrderChanged::getPaidFen)
                .containsExactly(1250L, 900L);
        assertThat(refused())
                .extracting(Refused::detail)
                .anySatisfy(
                        detail -> assertThat(detail).startsWith("CSV line 3: ").contains("quotes"))
                .anySatisfy(
                        detail -> assertThat(detail).startsWith("CSV line 5: ").contains("quantity"))
                .hasSize(2);
        assertThat(dropped)
                .containsExactlyInAnyOrder(
                        "row above the header",
                        "empty row",
                        "header that comes again",
                        "summary row",
                        "pos_member that many share, and so is nobody");
    }

    @Test
    void aWalkInMemberIsNobody() throws IOException {
        feed("pos-csv", "sheet.csv", bytes(SHEET_HEADER + "一店,1,2026-09-01 08:05:00,1,5.00,,8888,\n"), SHEET);

        assertThat(events(OrderChanged.class)).singleElement().returns("order", order -> order.getSubject()
                .getType());
    }

    @Test
    void aCancelledOrderIsClosedAndWasNotPaid() throws IOException {
        feed("pos-csv", "cancelled.csv", "cancelled.yaml");

        assertThat(events(OrderChanged.class))
                .singleElement()
                .returns(Fulfilment.CLOSED, OrderChanged::getFulfilment)
                .returns(null, OrderChanged::getPaidAt)
                .returns(Instant.parse("2026-11-01T13:00:00Z"), OrderChanged::getClosedAt);
    }

    @Test
    void aDayWithoutTimeIsItsStart() throws IOException {
        feed("pos-csv", "date_only.csv", "date_only.yaml");

        assertThat(events(OrderChanged.class))
                .singleElement()
                .returns(Instant.parse("2026-10-31T16:00:00Z"), OrderChanged::getPaidAt)
                .returns(990L, OrderChanged::getPaidFen);
    }

    @Test
    void fourOrdersOfOneCategoryAreFour() throws IOException {
        feed("pos-csv", "repeat.csv", "syn.yaml");

        assertThat(events(OrderChanged.class)).hasSize(4).allSatisfy(order -> assertThat(order.getLines())
                .extracting(OrderLine::getCategory)
                .containsExactly("c1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void theFileThatIsFedLaterCorrectsTheTicket(int ticket) throws IOException {
        String map = Files.readString(CASES.resolve("pos-columns.yaml"));
        String head = "ticket,time,qty,paid,member\nT" + ticket + ",2026-05-01 10:00:00,1,";
        headers.put(RawHeaders.FILE_ORDER, "1788228600000");
        feed("pos-csv", "wrong.csv", bytes(head + "1000.00,m1\n"), map);
        headers.put(RawHeaders.FILE_ORDER, "1788228600001");
        feed("pos-csv", "right.csv", bytes(head + "100.00,m1\n"), map);

        List<OrderChanged> orders = events(OrderChanged.class);
        assertThat(orders.get(1).getVersion()).isGreaterThan(orders.get(0).getVersion());
        assertThat(orders.get(1).getPaidFen()).isEqualTo(10000L);
    }

    @Test
    void aVersionColumnTellsWhichReadingIsNewer() throws IOException {
        String map = Files.readString(CASES.resolve("pos-columns.yaml"))
                .replace("  member:", "  version: {column: rev}\n  member:");
        feed("pos-csv", "a.csv", bytes("ticket,time,qty,paid,member,rev\nT1,2026-05-01 10:00:00,1,1.00,m1,7\n"), map);

        assertThat(events(OrderChanged.class)).singleElement().returns(7L, OrderChanged::getVersion);
    }

    @Test
    void linesWithoutOrderNumberAreOrdersOfMemberStoreAndMoment() throws IOException {
        feed(
                "pos-csv",
                "lines.csv",
                bytes(
                        """
                门店,会员卡号,交易时间,商品编码,数量,单价
                一店,M1,2026-09-01 08:05:00,A,2,1.50
                一店,M1,2026-09-01 08:05:00,B,1,2.00
                一店,M1,2026-09-01 18:05:00,B,1,2.00
                """),
                Files.readString(CASES.resolve("maps/order-lines.yaml")));

        assertThat(events(OrderChanged.class))
                .extracting(OrderChanged::getOrderId, OrderChanged::getPaidFen, OrderChanged::getShop)
                .containsExactly(
                        tuple("一店-M1-2026-09-01 08:05:00", 500L, "old-till"),
                        tuple("一店-M1-2026-09-01 18:05:00", 200L, "old-till"));
    }

    @Test
    void anOnlineOrderHasStatusFreightAndDiscount() throws IOException {
        String csv =
                """
                订单号,下单日期,订单状态,更新时间,商品金额,运费,优惠,手机号,备注
                D1,2026/9/1,交易成功,2026-09-03 10:00:00,100.00,8.00,10.00,13800000001,
                D2,2026/9/1,待自提,2026-09-03 10:00:00,50.00,,,13800000001,
                D3,2026/9/1,交易关闭,2026-09-03 10:00:00,50.00,,,13800000001,
                D4,2026/9/1,交易关闭,2026-09-03 10:00:00,50.00,,,13800000001,测试
                D5,2026/9/1,神秘,2026-09-03 10:00:00,50.00,,,13800000001,
                """;
        feed(
                "pos-csv",
                "online.csv",
                csv.getBytes(Charset.forName("GBK")),
                Files.readString(CASES.resolve("maps/online-orders.yaml")));

        Instant paid = Instant.parse("2026-08-31T16:00:00Z");
        assertThat(events(OrderChanged.class))
                .extracting(
                        OrderChanged::getOrderId,
                        OrderChanged::getPaidFen,
                        OrderChanged::getShippingFen,
                        OrderChanged::getFulfilment,
                        OrderChanged::getPaidAt)
                .containsExactly(
                        tuple("D1", 9800L, 800L, Fulfilment.COMPLETED, paid),
                        tuple("D2", 5000L, null, Fulfilment.PAID, paid),
                        tuple("D3", 5000L, null, Fulfilment.CLOSED, null));
        assertThat(dropped).containsExactly("row that skip_when leaves out");
        assertThat(refused())
                .singleElement()
                .extracting(Refused::detail)
                .asString()
                .contains("CSV line 6", "status");
    }

    @Test
    void nullIsAbsent() throws IOException {
        feed("wecom-chat", "02-roomid-null.jsonl", null);

        assertThat(refused()).singleElement().returns(Reason.MISSING_FIELD, Refused::reason);
        assertThat(outcomes).hasSize(3);
    }

    @Test
    void pushAndDetailOfOneOrderAreOfOneShop() throws IOException {
        headers.remove(RawHeaders.SHOP);
        feed("youzan", "03-youzan-push-and-detail-of-one-order.jsonl", null);

        assertThat(events(OrderChanged.class)).hasSize(2).allSatisfy(order -> assertThat(order)
                .returns("20000002", OrderChanged::getShop)
                .returns("E20260901100001000000077", OrderChanged::getOrderId));
    }

    @Test
    void aFirstLineThatIsNoJsonHarmsNoOther() throws IOException {
        feed("wecom-chat", "09-first-line-is-no-json.jsonl", null);

        assertThat(refused()).singleElement().returns(Reason.MALFORMED, Refused::reason);
        assertThat(outcomes).hasSize(6);
    }

    @Test
    void whoNamesNoShopIsAskedForIt() throws IOException {
        headers.remove(RawHeaders.SHOP);
        feed("pos-csv", "repeat.csv", "syn.yaml");

        assertThat(refused()).hasSize(4).allSatisfy(refusal -> assertThat(refusal)
                .returns(Reason.BAD_HEADER, Refused::reason)
                .extracting(Refused::detail)
                .asString()
                .contains("--shop"));
    }

    @Test
    void aBadArchiveNamesItself() {
        assertThatThrownBy(() -> feed("youzan", "broken.json.gz", bytes("{}"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken.json.gz");
    }

    private void feed(String source, String file, String map) throws IOException {
        feed(
                source,
                file,
                Files.readAllBytes(CASES.resolve(file)),
                map == null ? null : Files.readString(CASES.resolve(map)));
    }

    private void feed(String source, String file, byte[] content, String map) throws IOException {
        Path mapFile = map == null ? null : Files.writeString(Files.createTempFile("map", ".yaml"), map);
        var target = new PayloadSink() {
            @Override
            public void take(FilePayload payload) {
                Map<String, String> all = new HashMap<>(headers);
                all.putAll(payload.headers());
                List<Outcome> read = Payloads.INGESTION.ingest(
                        new RawPayload(source, all, payload.body(), new Position(file, 0, outcomes.size())));
                outcomes.addAll(read);
                read.stream()
                        .filter(Accepted.class::isInstance)
                        .forEach(event -> dropped.addAll(((Accepted) event).dropped()));
            }

            @Override
            public void dropped(String what) {
                dropped.add(what);
            }
        };
        PayloadFiles.read(Sources.named(source).cut(), file, new ByteArrayInputStream(content), mapFile, target);
    }

    private <T extends SpecificRecord> List<T> events(Class<T> type) {
        return outcomes.stream()
                .filter(Accepted.class::isInstance)
                .map(outcome -> ((Accepted) outcome).event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private List<Refused> refused() {
        return outcomes.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
