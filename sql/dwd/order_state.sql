-- order_state: each order as all its versions together say, paid or not.
-- Grain: one row per tenant, platform, shop and order, however many accounts saw it.
-- Field by field the newest version that says anything wins, by (version, lifecycle rank, event_id): a thin push wipes nothing.
-- account_text is the newest subject that is an account; null while only the order itself is known.
-- A closing counts since the order was last alive, and the currency is that of the newest amount.
-- Column order_key: 订单：平台|店铺|订单号
-- Column order_text: 订单自身的标识：order|平台:店铺|订单号
-- Column account_text: 最新的下单账号标识，只知订单时为空
-- Column hold: 是否被平台暂扣，暂扣的订单尚不算已付
-- Column is_home: 是否为租户记账币种；其他币种只展示，不计入合计
-- Column refunded_in_full: 订单自身是否称已全额退款
create or replace view lake.dwd.order_state
comment '订单现状：按版本逐字段折叠后的每个订单，无论是否付款'
security invoker
as
with

versions as (
    select * from lake.dwd.order_version
),

aged as (
    select
        tenant,
        platform,
        shop,
        order_id,
        account_text,
        fulfilment,
        ordered_at,
        paid_at,
        closed_at,
        hold,
        refunded_in_full,
        paid_yuan,
        currency,
        is_home,
        region,
        store,
        live_room,
        author,
        live_code,
        coupon,
        row(version, lifecycle, event_id) as age
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
    if(
        max(age) filter (where fulfilment <> 'CLOSED') is null
        or max(age) filter (where closed_at is not null) >= max(age) filter (where fulfilment <> 'CLOSED'),
        max_by(closed_at, age) filter (where closed_at is not null)
    ) as closed_at,
    coalesce(max_by(hold, age) filter (where hold is not null), false) as hold,
    coalesce(max_by(refunded_in_full, age) filter (where refunded_in_full is not null), false) as refunded_in_full,
    max_by(paid_yuan, age) filter (where paid_yuan is not null) as paid_yuan,
    coalesce(max_by(currency, age) filter (where currency is not null), 'CNY') as currency,
    coalesce(max_by(is_home, age) filter (where is_home is not null), true) as is_home,
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
