-- event_repeat: events that the lake job left out because their event_id was there already.
-- Grain: one row per repeated event on Kafka.
-- Append only. With dwd.* it accounts for every offset of the event topics.
create table if not exists lake.ods.event_repeat (
    kafka_topic varchar comment '事件所在 Kafka 主题，例如 event.order',
    kafka_partition integer comment '事件所在 Kafka 分区',
    kafka_offset bigint comment '事件所在 Kafka 位点',
    event_id varchar comment '重复的事件编号',
    tenant varchar comment '租户',
    received_at timestamp(6) with time zone comment '全域收到的时间（UTC）',
    raw_topic varchar comment '原始报文所在 Kafka 主题，非经主题而来时为空',
    raw_partition integer comment '原始报文所在分区',
    raw_offset bigint comment '原始报文所在位点'
)
comment '重复事件：入湖时因事件编号重复而未写入 dwd 的事件'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['day(received_at)']
)
