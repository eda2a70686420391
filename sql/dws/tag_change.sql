-- tag_change: a tag entered, left, changed its value or stands for another reason.
-- Grain: one row per person, tag and change. Standing tags are in dws.tag.
-- Append only. valid_at says since when it is true, decided_at when it was known.
create table if not exists lake.dws.tag_change (
    tenant varchar comment '租户',
    one_id varchar comment '人（全域 one_id）',
    tag varchar comment '标签代码，例如 live_sensitive',
    name varchar comment '标签中文名，例如 直播敏感型',
    change varchar comment '变更：enter 进入、exit 退出、change 改值、update 值不变而依据有变',
    value varchar comment '标签值，例如 V2；退出时为空',
    valid_at timestamp(6) with time zone comment '自何时成立（UTC）',
    decided_at timestamp(6) with time zone comment '判定时间（UTC）：何时得知',
    rule_version integer comment '规则版本',
    reason varchar comment '原因：实际值与阈值的比较',
    witnesses array(varchar) comment '证据：订单号或事件编号',
    version bigint comment '版本，同一人随每次变更增大',
    change_id varchar comment '变更编号，确定性生成',
    generation bigint comment '代：在哪一代推导中写入，空即第 1 代；当前代见 dim.generation'
)
comment '标签变更：一个人的一个标签进入、退出、改值或依据有变'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(decided_at)']
)
