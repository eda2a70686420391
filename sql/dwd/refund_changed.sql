-- refund_changed: an after-sale case at one version.
-- Grain: one row per event.
-- Append only. An event_id appears once: repeats within 7 days are in ods.event_repeat instead.
create table if not exists lake.dwd.refund_changed (
    event_id varchar comment '事件编号：由平台自身编号与版本生成，重复投递时不变',
    occurred_at timestamp(6) with time zone comment '发生时间（平台时钟，UTC）',
    received_at timestamp(6) with time zone comment '全域收到的时间（UTC），事件以此刻判定',
    tenant varchar comment '租户（商家）',
    platform varchar comment '来源平台，例如 youzan、douyin、wecom',
    shop varchar comment '平台上的店铺、企业或广告账户',
    subject row(type varchar, scope varchar, value varchar, link varchar, masked varchar) comment '申请账号，报文未给出账号时为订单本身：类型、范围、值、关系（self）、掩码',
    identifiers array(row(type varchar, scope varchar, value varchar, link varchar, masked varchar))
        comment '报文携带的全部标识（含主体）：类型、范围、值（手机号为哈希）、与主体的关系、可展示的掩码',
    mapping_version varchar comment '读取报文的字段映射及其版本，例如 youzan-order/1',
    raw_topic varchar comment '原始报文所在 Kafka 主题，非经主题而来时为空',
    raw_partition integer comment '原始报文所在分区',
    raw_offset bigint comment '原始报文所在位点',
    refund_id varchar comment '平台售后单号，在平台与店铺内唯一',
    order_id varchar comment '所退订单号，来源未说明时为空',
    version bigint comment '售后单版本，随每次变更增大，来自平台',
    status varchar comment '状态：UNKNOWN、REFUNDING、SUCCEEDED、REFUSED、CLOSED',
    refund_yuan decimal(18,2) comment '退款金额（元）：成功前为申请额，成功后为实退额，未知为空',
    applied_at timestamp(6) with time zone comment '申请时间（UTC），未知为空',
    succeeded_at timestamp(6) with time zone comment '退款成功时间（UTC），未成功为空',
    with_goods boolean comment '是否退货，未知为空',
    currency varchar comment '币种（ISO 4217）',
    region varchar comment '订单所在省份或国家，来源未说明时为空',
    line_ids array(varchar) comment '所涉订单行号，整单或未知时为空数组',
    tenant_currency varchar comment '租户记账币种（ISO 4217），接入时的设置，空为 CNY；币种不同的金额不计入合计',
    subject_text varchar comment '主体标识的文本形式：类型|范围|值，用于关联 dim.identity',
    dt date comment '发生日（Asia/Shanghai 自然日）',
    kafka_partition integer comment '事件所在 Kafka 分区',
    kafka_offset bigint comment '事件所在 Kafka 位点，用于核对不丢不重'
)
comment '退款变更：售后单在某一版本时的状态，一行一个版本'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(occurred_at)']
)
