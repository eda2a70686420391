-- order_version: what each version of an order says, with the times that count.
-- Grain: one row per event. What all versions of an order say together is in dwd.order_state.
-- Null is what a version does not say: a thin push has defaults that say nothing. A time that claims to be more than 10 minutes after the
-- arrival of its version counts as the arrival.
-- Column lifecycle: 履约状态的先后：1 CREATED 至 5 CLOSED，同一版本号以此为序
-- Column account_text: 该版本给出的下单账号标识，只给出订单时为空
-- Column hold: 是否被平台暂扣，未说明为空
-- Column is_home: 是否为租户记账币种，未说明金额为空
-- Column refunded_in_full: 是否称已全额退款，未说明为空
create or replace view lake.dwd.order_version
comment '订单版本：每个版本说了什么，时间按收到时间校正'
security invoker
as
with

versions as (
    select * from lake.dwd.order_changed
)

select
    tenant,
    platform,
    shop,
    order_id,
    version,
    coalesce(array_position(array['CREATED', 'PAID', 'SHIPPED', 'COMPLETED', 'CLOSED'], fulfilment), 0) as lifecycle,
    event_id,
    if(subject.type not in ('order', 'payment'), subject_text) as account_text,
    if(fulfilment <> 'UNKNOWN', fulfilment) as fulfilment,
    if(ordered_at > received_at + interval '10' minute, received_at, ordered_at) as ordered_at,
    if(paid_at > received_at + interval '10' minute, received_at, paid_at) as paid_at,
    if(closed_at > received_at + interval '10' minute, received_at, closed_at) as closed_at,
    if(hold or complete, hold) as hold,
    if(refund_state <> 'UNKNOWN' and (refund_state <> 'NONE' or complete), refund_state = 'REFUNDED') as refunded_in_full,
    paid_yuan,
    if(paid_yuan is not null, currency) as currency,
    if(paid_yuan is not null, currency = coalesce(tenant_currency, 'CNY')) as is_home,
    region,
    store,
    live_room,
    author,
    live_code,
    coupon
from versions
