-- coupon_changed: a coupon was issued, claimed, redeemed or returned.
-- Grain: one row per event.
-- Append only. An event_id appears once: repeats within 7 days are in ods.event_repeat instead.
create table if not exists lake.dwd.coupon_changed (
    event_id varchar comment '事件编号：由平台自身编号与版本生成，重复投递时不变',
    occurred_at timestamp(6) with time zone comment '发生时间（平台时钟，UTC）',
    received_at timestamp(6) with time zone comment '全域收到的时间（UTC），事件以此刻判定',
    tenant varchar comment '租户（商家）',
    platform varchar comment '来源平台，例如 youzan、douyin、wecom',
    shop varchar comment '平台上的店铺、企业或广告账户',
    subject row(type varchar, scope varchar, value varchar, link varchar, masked varchar) comment '持券账号：类型、范围、值、关系（self）、掩码',
    identifiers array(row(type varchar, scope varchar, value varchar, link varchar, masked varchar))
        comment '报文携带的全部标识（含主体）：类型、范围、值（手机号为哈希）、与主体的关系、可展示的掩码',
    mapping_version varchar comment '读取报文的字段映射及其版本，例如 youzan-order/1',
    raw_topic varchar comment '原始报文所在 Kafka 主题，非经主题而来时为空',
    raw_partition integer comment '原始报文所在分区',
    raw_offset bigint comment '原始报文所在位点',
    coupon_id varchar comment '平台上这一张券的编号',
    change varchar comment '变更：UNKNOWN、ISSUED、CLAIMED、REDEEMED、RETURNED',
    live_room varchar comment '领取所在直播间，不在直播间时为空',
    channel varchar comment '发券渠道，未知为空',
    order_id varchar comment '核销订单号，未核销为空',
    worth_yuan decimal(18,2) comment '面值（元），未知为空',
    subject_text varchar comment '主体标识的文本形式：类型|范围|值，用于关联 dim.identity',
    dt date comment '发生日（Asia/Shanghai 自然日）',
    kafka_partition integer comment '事件所在 Kafka 分区',
    kafka_offset bigint comment '事件所在 Kafka 位点，用于核对不丢不重'
)
comment '优惠券变更：发放、领取、核销、退回'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(occurred_at)']
)
