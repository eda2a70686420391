-- channel_attribution: what each channel brought, by attribution model.
-- Grain: one row per tenant, channel and model.
-- The revenue of all channels adds up to the net revenue in every model. An order with several channels counts in each of
-- them, and so does its customer; an order whose money went back entirely counts nowhere.
-- Column revenue_yuan: 归因净收入（元）
-- Column order_count: 有归因净收入的订单数（单）
-- Column customer_count: 下单人数
create or replace view lake.ads.channel_attribution
comment '渠道归因：各渠道在各归因模型下带来的净收入、订单数与客户数'
security invoker
as
with

credits as (
    select * from lake.dws.credit
)

select
    tenant,
    channel,
    model,
    sum(credit_yuan) as revenue_yuan,
    count(distinct order_id) as order_count,
    count(distinct one_id) as customer_count
from credits
group by tenant, channel, model
