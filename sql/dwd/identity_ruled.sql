-- identity_ruled: what a human decided about who is who.
-- Grain: one row per event. Of blocks and unblocks of one identifier the newest by occurred_at counts; a retraction is for good, of a join too.
-- Append only. An event_id appears once: repeats within 7 days are in ods.event_repeat instead.
create table if not exists lake.dwd.identity_ruled (
    event_id varchar comment '事件编号：由租户、裁定、对象与接收时间生成，重复投递时不变',
    occurred_at timestamp(6) with time zone comment '裁定时间（UTC），同一标识以最新的屏蔽或解除为准',
    received_at timestamp(6) with time zone comment '全域收到的时间（UTC），事件以此刻判定',
    tenant varchar comment '租户（商家）',
    platform varchar comment '来源，恒为 quanyu',
    shop varchar comment '恒为空串：裁定对租户的所有店铺有效',
    subject row(type varchar, scope varchar, value varchar, link varchar, masked varchar) comment '裁定人（operator）：类型、范围、值、关系（self）、掩码',
    identifiers array(row(type varchar, scope varchar, value varchar, link varchar, masked varchar))
        comment '恒为空：裁定本身不是身份证据',
    mapping_version varchar comment '写入事件的程序及其形式版本，例如 quanyu-identity/1',
    raw_topic varchar comment '原始报文所在 Kafka 主题，非经主题而来时为空',
    raw_partition integer comment '原始报文所在分区',
    raw_offset bigint comment '原始报文所在位点',
    ruling varchar comment '裁定：BLOCK（屏蔽）、UNBLOCK（解除屏蔽）、RETRACT（撤回证据）、JOIN（判定为同一人）、UNKNOWN',
    identifier row(type varchar, scope varchar, value varchar, link varchar, masked varchar) comment '被屏蔽或解除的标识，撤回时为空',
    left_identifier row(type varchar, scope varchar, value varchar, link varchar, masked varchar) comment '被撤回证据或同一人裁定的一端，屏蔽与解除时为空',
    right_identifier row(type varchar, scope varchar, value varchar, link varchar, masked varchar) comment '另一端，两端不分先后',
    rule varchar comment '被撤回证据的规则，例如 buyer-phone，同一人裁定为 operator-join，屏蔽与解除时为空',
    reason varchar comment '理由，裁定人的原话，未给出为空',
    operator varchar comment '裁定人的名字，即主体的值',
    subject_text varchar comment '主体标识的文本形式：类型|范围|值',
    dt date comment '发生日（Asia/Shanghai 自然日）',
    kafka_partition integer comment '事件所在 Kafka 分区',
    kafka_offset bigint comment '事件所在 Kafka 位点，用于核对不丢不重'
)
comment '身份裁定：人工屏蔽、解除屏蔽标识，撤回一条身份证据，或判定两个标识为同一人'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(occurred_at)']
)
