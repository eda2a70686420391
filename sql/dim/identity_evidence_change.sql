-- identity_evidence_change: that two identifiers belong together, each time more became known of it.
-- Grain: one row per tenant, tie (both ends and the rule) and change. What is known of a tie by now is in dim.identity_evidence.
-- Append only. A tie may have several rows: it was first seen at the least first_seen, last seen at the greatest last_seen, which is told where evidence expires.
-- The ends are in order (left <= right). With left = right it is a sighting: the identifier exists.
create table if not exists lake.dim.identity_evidence_change (
    tenant varchar comment '租户',
    left_type varchar comment '左端标识类型，例如 unionid、phone',
    left_scope varchar comment '左端标识在其中唯一的范围',
    left_value varchar comment '左端标识的值，手机号为哈希',
    right_type varchar comment '右端标识类型',
    right_scope varchar comment '右端标识在其中唯一的范围',
    right_value varchar comment '右端标识的值，手机号为哈希',
    rule varchar comment '两端因何相连，例如 buyer-phone、unionid；self 为标识自身或同一报文中的两个名称',
    trust varchar comment '可信度：DECIDED（人工裁定）、CERTAIN、STRONG、PROBABLE、DOUBTFUL、HINT、NEVER，从高到低',
    first_seen timestamp(6) with time zone comment '全域首次收到的时间（UTC）',
    last_seen timestamp(6) with time zone comment '最近一次成立的时间（平台时钟，UTC），有效期由此起算；不会过期的证据为空',
    source_event varchar comment '首次看到它的事件编号',
    valid_at timestamp(6) with time zone comment '自何时得知（UTC）',
    generation bigint comment '代：在哪一代推导中写入，空即第 1 代；当前代见 dim.generation'
)
comment '身份证据变更：两个标识属于同一人的依据，一行一次新知'
with (
    format = 'PARQUET',
    format_version = 2
)
