-- order_changed: an order at one version, as a platform said it at one moment.
-- Grain: one row per event. The current state of an order is in dwd.paid_order.
-- Append only. An event_id appears once: repeats within 7 days are in ods.event_repeat instead.
create table if not exists lake.dwd.order_changed (
    event_id varchar comment '事件编号：由平台自身编号与版本生成，重复投递时不变',
    occurred_at timestamp(6) with time zone comment '发生时间（平台时钟，UTC）',
    received_at timestamp(6) with time zone comment '全域收到的时间（UTC），事件以此刻判定',
    tenant varchar comment '租户（商家）',
    platform varchar comment '来源平台，例如 youzan、douyin、wecom',
    shop varchar comment '平台上的店铺、企业或广告账户',
    subject row(type varchar, scope varchar, value varchar, link varchar, masked varchar) comment '下单账号，报文未给出账号时为订单本身：类型、范围、值、关系（self）、掩码',
    identifiers array(row(type varchar, scope varchar, value varchar, link varchar, masked varchar))
        comment '报文携带的全部标识（含主体）：类型、范围、值（手机号为哈希）、与主体的关系、可展示的掩码',
    mapping_version varchar comment '读取报文的字段映射及其版本，例如 youzan-order/1',
    raw_topic varchar comment '原始报文所在 Kafka 主题，非经主题而来时为空',
    raw_partition integer comment '原始报文所在分区',
    raw_offset bigint comment '原始报文所在位点',
    order_id varchar comment '平台订单号，在平台与店铺内唯一',
    version bigint comment '订单版本，随每次变更增大，来自平台',
    complete boolean comment '是否为完整报文；否则缺失字段表示未知而非空',
    fulfilment varchar comment '履约状态：UNKNOWN、CREATED、PAID、SHIPPED、COMPLETED、CLOSED',
    refund_state varchar comment '平台所述退款状态：UNKNOWN、NONE、REFUNDING、PARTIALLY_REFUNDED、REFUNDED',
    hold boolean comment '是否被平台暂扣，例如拼团未成团',
    ordered_at timestamp(6) with time zone comment '下单时间（UTC），未知为空',
    paid_at timestamp(6) with time zone comment '付清时间（UTC），未付或未知为空',
    closed_at timestamp(6) with time zone comment '关闭或取消时间（UTC），未关闭为空',
    paid_yuan decimal(18,2) comment '应付金额（元），未知为空',
    total_yuan decimal(18,2) comment '优惠前总额含运费（元），未知为空',
    shipping_yuan decimal(18,2) comment '运费（元），未知为空',
    currency varchar comment '币种（ISO 4217），本订单所有金额均为此币种',
    region varchar comment '收货省份或国家，未知为空',
    store varchar comment '销售门店，线上订单为空',
    live_room varchar comment '下单所在直播间，非直播下单为空',
    author varchar comment '带货达人或主播（不是买家），无则为空',
    live_code varchar comment '带来订单的渠道活码 state，无则为空',
    coupon varchar comment '使用的优惠券，无则为空',
    lines array(row(line_id varchar, product_id varchar, sku_id varchar, title varchar, category varchar, quantity bigint, paid_yuan decimal(18,2), gift boolean))
        comment '订单行：行号、商品、SKU、标题、类目、件数、应付金额（元）、是否赠品',
    tenant_currency varchar comment '租户记账币种（ISO 4217），接入时的设置，空为 CNY；币种不同的金额不计入合计',
    subject_text varchar comment '主体标识的文本形式：类型|范围|值，用于关联 dim.identity',
    dt date comment '发生日（Asia/Shanghai 自然日）',
    kafka_partition integer comment '事件所在 Kafka 分区',
    kafka_offset bigint comment '事件所在 Kafka 位点，用于核对不丢不重'
)
comment '订单变更：订单在某一版本时的全貌，一行一个版本'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(occurred_at)']
)
