-- contact_changed: a change between a customer and staff, or of a customer in a group.
-- Grain: one row per event.
-- Append only. An event_id appears once: repeats within 7 days are in ods.event_repeat instead.
create table if not exists lake.dwd.contact_changed (
    event_id varchar comment '事件编号：由平台自身编号与版本生成，重复投递时不变',
    occurred_at timestamp(6) with time zone comment '发生时间（平台时钟，UTC）',
    received_at timestamp(6) with time zone comment '全域收到的时间（UTC），事件以此刻判定',
    tenant varchar comment '租户（商家）',
    platform varchar comment '来源平台，例如 youzan、douyin、wecom',
    shop varchar comment '平台上的店铺、企业或广告账户',
    subject row(type varchar, scope varchar, value varchar, link varchar, masked varchar) comment '客户（外部联系人）：类型、范围、值、关系（self）、掩码',
    identifiers array(row(type varchar, scope varchar, value varchar, link varchar, masked varchar))
        comment '报文携带的全部标识（含主体）：类型、范围、值（手机号为哈希）、与主体的关系、可展示的掩码',
    mapping_version varchar comment '读取报文的字段映射及其版本，例如 youzan-order/1',
    raw_topic varchar comment '原始报文所在 Kafka 主题，非经主题而来时为空',
    raw_partition integer comment '原始报文所在分区',
    raw_offset bigint comment '原始报文所在位点',
    change varchar
        comment '变更：ADDED、HALF_ADDED、EDITED、READ_BACK、REMOVED_BY_STAFF、REMOVED_BY_CUSTOMER、TRANSFERRED、TRANSFER_FAILED、CONSENTED、GROUP_JOINED、GROUP_LEFT、CHAT_STARTED、UNKNOWN',
    staff varchar comment '员工，群变更时为空',
    room varchar comment '客户群，仅与群有关时有值',
    live_code varchar comment '带来好友的渠道活码 state，非活码添加为空',
    added_at timestamp(6) with time zone comment '加好友或进群时间（UTC），仅回读时有值，未知为空',
    add_way varchar comment '添加方式，平台自身代码，未知为空',
    cause varchar comment '原因，平台自身用词，例如 DELETE_BY_TRANSFER，无则为空',
    remark varchar comment '员工对客户的备注（已脱敏），仅回读时有值，无则为空',
    tags array(row(tag_id varchar, group_name varchar, tag_name varchar)) comment '员工给客户打的标签：标签编号、标签组、标签名，仅回读时有值',
    subject_text varchar comment '主体标识的文本形式：类型|范围|值，用于关联 dim.identity',
    dt date comment '发生日（Asia/Shanghai 自然日）',
    kafka_partition integer comment '事件所在 Kafka 分区',
    kafka_offset bigint comment '事件所在 Kafka 位点，用于核对不丢不重'
)
comment '好友关系变更：加好友、删除、继承、回读，进群与退群'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(occurred_at)']
)
