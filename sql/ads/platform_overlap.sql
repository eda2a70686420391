-- platform_overlap: how many of a platform's persons are on another platform, too.
-- Grain: one row per tenant and ordered pair of platforms, pairs without anybody in common too.
-- A person is a one_id, and on a platform with any event of theirs there but the mere opening of a live code.
-- The share of A that is also on B is shared_persons / persons of (A, B); that of B on A has its own row.
-- Persons are counted by the combination of platforms that they are on, of which there are few, so the events are read once.
-- Column other_platform: 另一平台
-- Column persons: 该平台的人数
-- Column shared_persons: 其中也在另一平台的人数
create or replace view lake.ads.platform_overlap
comment '平台重合：某平台的客户有多少也在另一平台'
security invoker
as
with

orders as (select * from lake.dwd.order_changed),

refunds as (select * from lake.dwd.refund_changed),

messages as (select * from lake.dwd.message_sent),

contacts as (select * from lake.dwd.contact_changed),

behaviors as (select * from lake.dwd.behaved),

coupons as (select * from lake.dwd.coupon_changed),

identity as (select * from lake.dim.identity),

events as (
    select tenant, platform, subject_text from orders
    union
    select tenant, platform, subject_text from refunds
    union
    select tenant, platform, subject_text from messages
    union
    select tenant, platform, subject_text from contacts
    union
    select tenant, platform, subject_text from behaviors
    union
    select tenant, platform, subject_text from coupons
),

persons as (
    select
        identity.tenant,
        identity.one_id,
        array_sort(array_agg(distinct events.platform)) as platforms
    from events
    inner join identity
        on identity.tenant = events.tenant
        and identity.identifier_text = events.subject_text
    group by identity.tenant, identity.one_id
),

combinations as (
    select tenant, platforms, count(*) as persons
    from persons
    group by tenant, platforms
),

tenants as (
    select
        tenant,
        array_distinct(flatten(array_agg(platforms))) as platforms,
        array_agg(cast(row(platforms, persons) as row(platforms array(varchar), persons bigint))) as combinations
    from combinations
    group by tenant
)

select
    tenants.tenant,
    one.platform,
    other.platform as other_platform,
    reduce(
        tenants.combinations,
        bigint '0',
        (total, some) -> total + if(contains(some.platforms, one.platform), some.persons, 0),
        total -> total
    ) as persons,
    reduce(
        tenants.combinations,
        bigint '0',
        (total, some) -> total
            + if(contains(some.platforms, one.platform) and contains(some.platforms, other.platform), some.persons, 0),
        total -> total
    ) as shared_persons
from tenants
cross join unnest(tenants.platforms) as one (platform)
cross join unnest(tenants.platforms) as other (platform)
where one.platform <> other.platform
