-- identity_conflict_change: that a tie is held back and joins nobody, or no longer is, from one decision on.
-- Grain: one row per tenant, tie (both ends and the rule) and change. What is held back now is in dim.identity_conflict.
-- Append only. A write may be repeated after a crash. A tie that was never held back has no row.
create table if not exists lake.dim.identity_conflict_change (
    tenant varchar comment '租户',
    left_type varchar comment '左端标识类型',
    left_scope varchar comment '左端标识在其中唯一的范围',
    left_value varchar comment '左端标识的值，手机号为哈希',
    right_type varchar comment '右端标识类型',
    right_scope varchar comment '右端标识在其中唯一的范围',
    right_value varchar comment '右端标识的值，手机号为哈希',
    rule varchar comment '两端因何相连，例如 buyer-phone',
    reason varchar comment '暂不合并的原因代码；不再搁置则为空',
    detail varchar comment '原因的说明，含上限与实际值；不再搁置则为空',
    valid_at timestamp(6) with time zone comment '自何时成立（UTC）',
    generation bigint comment '代：在哪一代推导中写入，空即第 1 代；当前代见 dim.generation'
)
comment '身份冲突变更：一条证据被搁置或不再被搁置，一行一次变更'
with (
    format = 'PARQUET',
    format_version = 2
)
