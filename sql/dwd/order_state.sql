-- order_state: each order as all its versions together say, paid or not.
-- Grain: one row per tenant, platform, shop and order, however many accounts saw it.
-- Field by field the newest version that says anything wins, by (version, lifecycle rank, event_id): a thin push wipes nothing.
-- account_text is the newest subject that is an account; null while only the order itself is known.
-- Column order_key: 订单：平台|店铺|订单号
-- Column order_text: 订单自身的标识：order|平台:店铺|订单号
-- Column account_text: 最新的下单账号标识，只知订单时为空
create or replace view lake.dwd.order_state
comment '订单现状：按版本逐字段折叠后的每个订单，无论是否付款'
security invoker
as
with

versions as (
    select * from lake.dwd.order_changed
),

aged as (
    select
        tenant,
        platform,
        shop,
        order_id,
        if(fulfilment <> 'UNKNOWN', fulfilment) as fulfilment,
        ordered_at,
        paid_at,
        closed_at,
        paid_yuan,
        currency,
        region,
        store,
        live_room,
        author,
        live_code,
        coupon,
        if(subject.type not in ('order', 'payment'), subject_text) as account_text,
        cast(row(
            version,
            array_position(array['CREATED', 'PAID', 'SHIPPED', 'COMPLETED', 'CLOSED'], fulfilment),
            event_id
        ) as row(version bigint, lifecycle bigint, event_id varchar)) as age
    from versions
)

select
    tenant,
    platform,
    shop,
    order_id,
    platform || '|' || shop || '|' || order_id as order_key,
    'order|' || platform || ':' || shop || '|' || order_id as order_text,
    max_by(account_text, age) filter (where account_text is not null) as account_text,
    max_by(fulfilment, age) filter (where fulfilment is not null) as fulfilment,
    max_by(ordered_at, age) filter (where ordered_at is not null) as ordered_at,
    max_by(paid_at, age) filter (where paid_at is not null) as paid_at,
    max_by(closed_at, age) filter (where closed_at is not null) as closed_at,
    max_by(paid_yuan, age) filter (where paid_yuan is not null) as paid_yuan,
    max_by(currency, age) as currency,
    max_by(region, age) filter (where region is not null) as region,
    max_by(store, age) filter (where store is not null) as store,
    max_by(live_room, age) filter (where live_room is not null) as live_room,
    max_by(author, age) filter (where author is not null) as author,
    max_by(live_code, age) filter (where live_code is not null) as live_code,
    max_by(coupon, age) filter (where coupon is not null) as coupon
from aged
group by
    tenant,
    platform,
    shop,
    order_id
