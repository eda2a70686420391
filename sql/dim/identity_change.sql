-- identity_change: which person an identifier belongs to, from one decision on.
-- Grain: one row per identifier and change. The current person is in dim.identity.
-- Append only. A write may be repeated after a crash: change_id and version are then the same.
create table if not exists lake.dim.identity_change (
    tenant varchar comment '租户',
    identifier_type varchar comment '标识类型，例如 unionid、phone',
    identifier_scope varchar comment '标识在其中唯一的范围，例如企业、店铺',
    identifier_value varchar comment '标识的值，手机号为哈希',
    one_id varchar comment '此后所属的人（全域 one_id）',
    previous_one_id varchar comment '此前所属的人，首次为空',
    valid_at timestamp(6) with time zone comment '自何时成立（UTC）',
    version bigint comment '版本，同一标识随每次变更增大',
    change_id varchar comment '变更编号，确定性生成',
    anchor boolean comment '此人的 one_id 是否由该标识生成',
    generation bigint comment '代：在哪一代推导中写入，空即第 1 代；当前代见 dim.generation'
)
comment '身份变更：一个标识从属于哪个人，一行一次变更'
with (
    format = 'PARQUET',
    format_version = 2
)
