-- refund_state: each after-sale case as all its versions together say.
-- Grain: one row per tenant, platform, shop and case.
-- Field by field the newest version that says anything wins, by (version, rank of the status, event_id). So a success that a
-- later version takes back is no success. order_key is null where no source says which order it takes back.
-- Column order_key: 所退订单：平台|店铺|订单号，来源未说明时为空
-- Column account_text: 最新的申请账号标识，只知订单时为空
create or replace view lake.dwd.refund_state
comment '售后现状：按版本逐字段折叠后的每个售后单'
security invoker
as
with

versions as (
    select * from lake.dwd.refund_changed
),

aged as (
    select
        tenant,
        platform,
        shop,
        refund_id,
        order_id,
        if(status <> 'UNKNOWN', status) as status,
        refund_yuan,
        succeeded_at,
        currency,
        region,
        if(subject.type not in ('order', 'payment'), subject_text) as account_text,
        cast(row(
            version,
            array_position(array['REFUNDING', 'SUCCEEDED', 'REFUSED', 'CLOSED'], status),
            event_id
        ) as row(version bigint, lifecycle bigint, event_id varchar)) as age
    from versions
)

select
    tenant,
    platform,
    shop,
    refund_id,
    platform || '|' || shop || '|' || max_by(order_id, age) filter (where order_id is not null) as order_key,
    max_by(account_text, age) filter (where account_text is not null) as account_text,
    max_by(status, age) filter (where status is not null) as status,
    max_by(refund_yuan, age) filter (where refund_yuan is not null) as refund_yuan,
    max_by(succeeded_at, age) filter (where succeeded_at is not null) as succeeded_at,
    max_by(currency, age) as currency,
    max_by(region, age) filter (where region is not null) as region
from aged
group by
    tenant,
    platform,
    shop,
    refund_id
