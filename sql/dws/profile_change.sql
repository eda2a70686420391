-- profile_change: the profile of a person at one version.
-- Grain: one row per person and version. The current profile is in dws.profile.
-- Append only.
create table if not exists lake.dws.profile_change (
    tenant varchar comment '租户',
    one_id varchar comment '人（全域 one_id）',
    version bigint comment '版本，同一人随每次变更增大',
    live boolean comment '是否仍有账号；合并后失去全部账号的人为否',
    decided_at timestamp(6) with time zone comment '判定时间（UTC）：何时得知',
    accounts array(varchar) comment '账号标识（类型|范围|值）',
    platforms array(varchar) comment '出现过的平台',
    phone_masked varchar comment '掩码手机号，例如 138****0000，未知为空',
    first_seen_at timestamp(6) with time zone comment '首次出现时间（UTC）',
    order_count bigint comment '订单数（单）',
    paid_order_count bigint comment '已付订单数（单）',
    paid_yuan decimal(18,2) comment '已付金额（元）',
    refunded_yuan decimal(18,2) comment '成功退款金额（元）',
    net_revenue_yuan decimal(18,2) comment '净收入（元）：已付减成功退款',
    average_order_yuan decimal(18,2) comment '客单价（元）',
    first_paid_at timestamp(6) with time zone comment '首次付款时间（UTC），未付为空',
    last_paid_at timestamp(6) with time zone comment '最近付款时间（UTC），未付为空',
    last_message_at timestamp(6) with time zone comment '最近一次客户消息时间（UTC），无则为空',
    last_active_at timestamp(6) with time zone comment '最近活跃时间（UTC）：下单、消息或浏览',
    tags array(varchar) comment '当前标签',
    generation bigint comment '代：在哪一代推导中写入，空即第 1 代；当前代见 dim.generation'
)
comment '客户画像变更：一个人的画像在某一版本时的全貌'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(decided_at)']
)
