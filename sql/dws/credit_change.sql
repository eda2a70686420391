-- credit_change: ledger of differences in how the net revenue of an order is shared among sources.
-- Grain: one row per order, model, source, touch of a live code and change. The current credit is the sum of delta_yuan.
-- Append only.
create table if not exists lake.dws.credit_change (
    tenant varchar comment '租户',
    order_id varchar comment '订单：平台|店铺|订单号',
    model varchar comment '归因模型：first 首次、last 末次、linear 平均',
    source varchar comment '来源：code:活码 state、channel:渠道名、direct 直接',
    paid_day date comment '付款日（Asia/Shanghai 自然日）',
    delta_yuan decimal(18,2) comment '差额（元），可为负',
    cause varchar comment '差额的原因',
    one_id varchar comment '下单的人（全域 one_id）',
    decided_at timestamp(6) with time zone comment '判定时间（UTC）：何时得知',
    change_id varchar comment '变更编号，确定性生成',
    touched_at timestamp(6) with time zone comment '触达时间（UTC）：活码来源按此刻所属渠道计，非活码来源为空',
    generation bigint comment '代：在哪一代推导中写入，空即第 1 代；当前代见 dim.generation'
)
comment '归因流水：订单净收入在各来源间分配的差额'
with (
    format = 'PARQUET',
    format_version = 2,
    partitioning = array['month(paid_day)']
)
