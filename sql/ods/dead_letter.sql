-- dead_letter: what was refused, why, and where it stands.
-- Grain: one row per refused item of a payload (item -1: the payload as a whole).
-- Append only. The bytes stay at the source position; the text here has passed the PII guard.
create table if not exists lake.ods.dead_letter (
    tenant varchar comment '租户，报文头缺失时为空串',
    platform varchar comment '来源名称，例如 youzan',
    shop varchar comment '店铺、企业或广告账户，未知为空串',
    received_at timestamp(6) with time zone comment '全域收到的时间（UTC）',
    raw_topic varchar comment '原始报文所在 Kafka 主题',
    raw_partition integer comment '原始报文所在分区',
    raw_offset bigint comment '原始报文所在位点',
    item integer comment '报文中第几项被拒收，从 0 起；-1 表示整个报文',
    reason varchar comment '拒收原因，固定词表，例如 MALFORMED、CONTRADICTORY',
    detail varchar comment '哪个字段、有何问题，不含个人信息',
    payload varchar comment '脱敏后的报文，至多 4000 字符',
    dt date comment '收到日（Asia/Shanghai 自然日）',
    kafka_partition integer comment '死信所在 Kafka 分区',
    kafka_offset bigint comment '死信所在 Kafka 位点，用于核对不丢不重'
)
comment '死信：被拒收的报文或其中一项，以及原因'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(received_at)']
)
