-- largest_persons: how many identifiers and accounts each person has; the reader orders by them, largest first.
-- Grain: one row per tenant and person.
-- An account is anything but a phone, an order, a payment and a visit. A person of very many accounts is worth a look.
-- Column one_id: 人（全域 one_id）
-- Column identifiers: 标识数（含账号、订单、手机号）
-- Column accounts: 账号数
-- Column phones: 手机号数（哈希）
-- Column orders: 订单标识数
-- Column account_types: 账号类型
-- Column changed_at: 最近一次增减标识的时间（UTC）
create or replace view lake.ads.largest_persons
comment '最大的人：每个人的标识数与账号数'
security invoker
as
with

identity as (
    select * from lake.dim.identity
)

select
    tenant,
    one_id,
    count(*) as identifiers,
    count_if(identifier_type not in ('phone', 'order', 'payment', 'visit')) as accounts,
    count_if(identifier_type = 'phone') as phones,
    count_if(identifier_type = 'order') as orders,
    array_agg(distinct identifier_type order by identifier_type)
        filter (where identifier_type not in ('phone', 'order', 'payment', 'visit')) as account_types,
    max(valid_at) as changed_at
from identity
group by tenant, one_id
