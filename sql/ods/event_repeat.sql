-- event_repeat: events and dead letters that the lake job left out because the same one was there already.
-- Grain: one row per repeated record on Kafka.
-- Append only. With dwd.* and ods.dead_letter it accounts for every offset of their topics.
create table if not exists lake.ods.event_repeat (
    kafka_topic varchar comment '事件或死信所在 Kafka 主题，例如 event.order',
    kafka_partition integer comment '事件所在 Kafka 分区',
    kafka_offset bigint comment '事件所在 Kafka 位点',
    event_id varchar comment '重复的事件编号；死信则为被拒收内容的位置',
    tenant varchar comment '租户',
    received_at timestamp(6) with time zone comment '全域收到的时间（UTC）',
    raw_topic varchar comment '原始报文所在 Kafka 主题，非经主题而来时为空',
    raw_partition integer comment '原始报文所在分区',
    raw_offset bigint comment '原始报文所在位点'
)
comment '重复事件：入湖时因编号重复而未写入的事件与死信'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(received_at)']
)
