-- live_code_defined: what a live code stands for, at one version.
-- Grain: one row per event. The current definition of a code is in dim.live_code.
-- Append only. An event_id appears once: repeats within 7 days are in ods.event_repeat instead.
create table if not exists lake.dwd.live_code_defined (
    event_id varchar comment '事件编号：由平台自身编号与版本生成，重复投递时不变',
    occurred_at timestamp(6) with time zone comment '发生时间（平台时钟，UTC）',
    received_at timestamp(6) with time zone comment '全域收到的时间（UTC），事件以此刻判定',
    tenant varchar comment '租户（商家）',
    platform varchar comment '来源平台，例如 youzan、douyin、wecom',
    shop varchar comment '平台上的店铺、企业或广告账户',
    subject row(type varchar, scope varchar, value varchar, link varchar, masked varchar) comment '渠道活码：类型、范围、值、关系（self）、掩码',
    identifiers array(row(type varchar, scope varchar, value varchar, link varchar, masked varchar))
        comment '报文携带的全部标识（含主体）：类型、范围、值（手机号为哈希）、与主体的关系、可展示的掩码',
    mapping_version varchar comment '读取报文的字段映射及其版本，例如 youzan-order/1',
    raw_topic varchar comment '原始报文所在 Kafka 主题，非经主题而来时为空',
    raw_partition integer comment '原始报文所在分区',
    raw_offset bigint comment '原始报文所在位点',
    live_code varchar comment '渠道活码 state，在企业内唯一，加好友时回传',
    config_id varchar comment '平台的配置编号，平台未应答时为空',
    version bigint comment '定义版本，随每次变更增大',
    channel varchar comment '展示此码的渠道，例如 抖音直播间',
    campaign varchar comment '活动，无则为空',
    poster varchar comment '海报版本，无则为空',
    placement varchar comment '投放位置，未知为空',
    store varchar comment '引导到的门店，无则为空',
    staff array(varchar) comment '接待员工',
    valid_from timestamp(6) with time zone comment '生效时间（UTC），空表示一直有效',
    valid_until timestamp(6) with time zone comment '失效时间（UTC，不含），空表示长期有效',
    subject_text varchar comment '主体标识的文本形式：类型|范围|值，用于关联 dim.identity',
    dt date comment '发生日（Asia/Shanghai 自然日）',
    kafka_partition integer comment '事件所在 Kafka 分区',
    kafka_offset bigint comment '事件所在 Kafka 位点，用于核对不丢不重'
)
comment '活码定义：渠道活码属于哪个渠道、活动、海报与门店'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(occurred_at)']
)
