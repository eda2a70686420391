-- spend_reported: what an ad project cost on a day or hour, as reported at one moment.
-- Grain: one row per event; a later version of the same project, promotion, day and hour restates it.
-- Append only. An event_id appears once: repeats within 7 days are in ods.event_repeat instead.
create table if not exists lake.dwd.spend_reported (
    event_id varchar comment '事件编号：由平台自身编号与版本生成，重复投递时不变',
    occurred_at timestamp(6) with time zone comment '发生时间（平台时钟，UTC）',
    received_at timestamp(6) with time zone comment '全域收到的时间（UTC），事件以此刻判定',
    tenant varchar comment '租户（商家）',
    platform varchar comment '来源平台，例如 youzan、douyin、wecom',
    shop varchar comment '平台上的店铺、企业或广告账户',
    subject row(type varchar, scope varchar, value varchar, link varchar, masked varchar) comment '广告项目或计划：类型、范围、值、关系（self）、掩码',
    identifiers array(row(type varchar, scope varchar, value varchar, link varchar, masked varchar))
        comment '报文携带的全部标识（含主体）：类型、范围、值（手机号为哈希）、与主体的关系、可展示的掩码',
    mapping_version varchar comment '读取报文的字段映射及其版本，例如 youzan-order/1',
    raw_topic varchar comment '原始报文所在 Kafka 主题，非经主题而来时为空',
    raw_partition integer comment '原始报文所在分区',
    raw_offset bigint comment '原始报文所在位点',
    project varchar comment '广告项目，整个账户的报表为空串',
    promotion varchar comment '项目下的计划，整个项目的报表为空串',
    channel varchar comment '花费归属的渠道',
    day date comment '花费日（Asia/Shanghai 自然日）',
    hour integer comment '小时（0 至 23），全天报表为空',
    version bigint comment '报表版本：拉取时间（毫秒），后报覆盖前报',
    cost_yuan decimal(18,2) comment '花费（元）',
    currency varchar comment '币种（ISO 4217）',
    impression_count bigint comment '展示次数，未知为空',
    click_count bigint comment '点击次数，未知为空',
    conversion_count bigint comment '平台自身口径的转化数，未知为空',
    tenant_currency varchar comment '租户记账币种（ISO 4217），接入时的设置，空为 CNY；币种不同的金额不计入合计',
    subject_text varchar comment '主体标识的文本形式：类型|范围|值，用于关联 dim.identity',
    dt date comment '发生日（Asia/Shanghai 自然日）',
    kafka_partition integer comment '事件所在 Kafka 分区',
    kafka_offset bigint comment '事件所在 Kafka 位点，用于核对不丢不重'
)
comment '投放消耗：广告项目某日或某小时的花费，后报覆盖前报'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(occurred_at)']
)
