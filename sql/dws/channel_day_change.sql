-- channel_day_change: spend and credited net revenue of a channel on a day, at one version.
-- Grain: one row per channel, day, model and version; full values, the newest version is the truth.
-- Append only.
create table if not exists lake.dws.channel_day_change (
    tenant varchar comment '租户',
    channel varchar comment '渠道',
    day date comment '自然日（Asia/Shanghai）',
    model varchar comment '归因模型：first 首次、last 末次、linear 平均',
    spend_yuan decimal(18,2) comment '当日花费（元）',
    revenue_yuan decimal(18,2) comment '当日付款订单归因到该渠道的净收入（元）',
    version bigint comment '版本，同一渠道与日随每次变更增大',
    decided_at timestamp(6) with time zone comment '判定时间（UTC）：何时得知',
    generation bigint comment '代：在哪一代推导中写入，空即第 1 代；当前代见 dim.generation'
)
comment '渠道日变更：渠道某日的花费与归因收入，后版覆盖前版'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(day)']
)
