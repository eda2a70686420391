-- foreign_order: orders whose money is not in the tenant's currency, paid or not.
-- Grain: one row per tenant, platform, shop and order.
-- Amounts of different currencies are not to be added. These orders are in no profile's revenue, in no credit and in no ROI.
-- Column order_key: 订单：平台|店铺|订单号
-- Column account_text: 最新的下单账号标识，只知订单时为空
-- Column amount: 应付金额，以本行币种计，不是租户的记账币种
create or replace view lake.dwd.foreign_order
comment '外币订单：金额不是租户记账币种的订单，只作展示，不计入任何合计'
security invoker
as
with

orders as (
    select * from lake.dwd.order_state
)

select
    tenant,
    platform,
    shop,
    order_id,
    order_key,
    account_text,
    fulfilment,
    ordered_at,
    paid_at,
    paid_yuan as amount,
    currency,
    region,
    store
from orders
where not is_home
