-- message_sent: one archived chat message, a recall of one, or a consent to archiving.
-- Grain: one row per event.
-- Append only. An event_id appears once: repeats within 7 days are in ods.event_repeat instead.
create table if not exists lake.dwd.message_sent (
    event_id varchar comment '事件编号：由平台自身编号与版本生成，重复投递时不变',
    occurred_at timestamp(6) with time zone comment '发生时间（平台时钟，UTC）',
    received_at timestamp(6) with time zone comment '全域收到的时间（UTC），事件以此刻判定',
    tenant varchar comment '租户（商家）',
    platform varchar comment '来源平台，例如 youzan、douyin、wecom',
    shop varchar comment '平台上的店铺、企业或广告账户',
    subject row(type varchar, scope varchar, value varchar, link varchar, masked varchar) comment '会话中的客户，员工在群内发言时为群：类型、范围、值、关系（self）、掩码',
    identifiers array(row(type varchar, scope varchar, value varchar, link varchar, masked varchar))
        comment '报文携带的全部标识（含主体）：类型、范围、值（手机号为哈希）、与主体的关系、可展示的掩码',
    mapping_version varchar comment '读取报文的字段映射及其版本，例如 youzan-order/1',
    raw_topic varchar comment '原始报文所在 Kafka 主题，非经主题而来时为空',
    raw_partition integer comment '原始报文所在分区',
    raw_offset bigint comment '原始报文所在位点',
    message_id varchar comment '平台消息编号',
    action varchar comment '动作：UNKNOWN、SENT、RECALLED、CONSENTED、DECLINED',
    from_customer boolean comment '是否由客户发出，否则为员工',
    staff varchar comment '会话中的员工，群聊或未知时为空',
    room varchar comment '群聊编号，单聊为空',
    message_type varchar comment '内容类型，平台自身用词，例如 text、voice',
    text varchar comment '脱敏后的文本：手机号与长数字串已打码，无文本时为空',
    recalled_message_id varchar comment '被撤回的消息编号，非撤回时为空',
    subject_text varchar comment '主体标识的文本形式：类型|范围|值，用于关联 dim.identity',
    dt date comment '发生日（Asia/Shanghai 自然日）',
    kafka_partition integer comment '事件所在 Kafka 分区',
    kafka_offset bigint comment '事件所在 Kafka 位点，用于核对不丢不重'
)
comment '会话消息：一条存档消息、撤回或存档同意'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(occurred_at)']
)
