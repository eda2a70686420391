-- paid_order: each paid order in its current state, with what went back of it and the person who bought.
-- Grain: one row per tenant, platform, shop and order.
-- Paid: the payment's instant is known, the platform does not hold it back, and the order was not closed before it (such a late payment is
-- given back). Orders in another currency than the tenant's are in dwd.foreign_order: their money is not to be added.
-- Net revenue: paid minus succeeded refunds of this order, or minus all of it if the order says so itself, never below 0.
-- The person is that of the account, else that of the order itself; while neither is resolved, the identifier stands in.
-- No join multiplies rows: order_state, refunds and identity are unique by their join keys.
-- Column order_key: 订单：平台|店铺|订单号
-- Column one_id: 下单的人（全域 one_id），尚未识别时为标识文本
-- Column refunded_yuan: 成功退款金额（元）
-- Column net_revenue_yuan: 净收入（元）：已付减成功退款，不低于 0
-- Column paid_day: 付款日（Asia/Shanghai 自然日）
create or replace view lake.dwd.paid_order
comment '已付订单：每个已付订单的现状、净收入与下单的人'
security invoker
as
with

orders as (
    select * from lake.dwd.order_state
),

cases as (
    select * from lake.dwd.refund_state
),

identity as (
    select * from lake.dim.identity
),

refunds as (
    select
        tenant,
        order_key,
        sum(greatest(refund_yuan, 0)) as refunded_yuan
    from cases
    where status = 'SUCCEEDED'
        and order_key is not null
    group by tenant, order_key
)

select
    orders.tenant,
    orders.platform,
    orders.shop,
    orders.order_id,
    orders.order_key,
    coalesce(account.one_id, itself.one_id, orders.account_text, orders.order_text) as one_id,
    orders.fulfilment,
    orders.ordered_at,
    orders.paid_at,
    cast(orders.paid_at at time zone 'Asia/Shanghai' as date) as paid_day,
    cast(coalesce(orders.paid_yuan, 0) as decimal(18, 2)) as paid_yuan,
    greatest(
        coalesce(refunds.refunded_yuan, decimal '0.00'),
        if(orders.refunded_in_full, coalesce(orders.paid_yuan, decimal '0.00'), decimal '0.00')
    ) as refunded_yuan,
    if(orders.refunded_in_full, decimal '0.00', greatest(
        coalesce(orders.paid_yuan, decimal '0.00') - coalesce(refunds.refunded_yuan, decimal '0.00'),
        decimal '0.00'
    )) as net_revenue_yuan,
    orders.currency,
    orders.region,
    orders.store,
    orders.live_room,
    orders.author,
    orders.live_code,
    orders.coupon
from orders
left join refunds
    on refunds.tenant = orders.tenant
    and refunds.order_key = orders.order_key
left join identity as account
    on account.tenant = orders.tenant
    and account.identifier_text = orders.account_text
left join identity as itself
    on itself.tenant = orders.tenant
    and itself.identifier_text = orders.order_text
where orders.paid_at is not null
    and orders.is_home
    and not orders.hold
    and (
        coalesce(orders.fulfilment, 'UNKNOWN') <> 'CLOSED'
        or orders.closed_at is null
        or orders.closed_at >= orders.paid_at
    )
