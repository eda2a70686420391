-- platform_overlap: how many of a platform's persons are on another platform, too.
-- Grain: one row per tenant and ordered pair of platforms, pairs without anybody in common too.
-- A person is a one_id, and on a platform with any event of theirs there but the mere opening of a live code.
-- The share of A that is also on B is shared_persons / persons of (A, B); that of B on A has its own row.
-- No join multiplies rows: members are unique by person and platform, totals by platform.
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

members as (
    select distinct events.tenant, events.platform, identity.one_id
    from events
    inner join identity
        on identity.tenant = events.tenant
        and identity.identifier_text = events.subject_text
),

totals as (
    select tenant, platform, count(*) as persons
    from members
    group by tenant, platform
),

shared as (
    select
        members.tenant,
        members.platform,
        others.platform as other_platform,
        count(*) as shared_persons
    from members
    inner join members as others
        on others.tenant = members.tenant
        and others.one_id = members.one_id
    group by members.tenant, members.platform, others.platform
)

select
    totals.tenant,
    totals.platform,
    other_totals.platform as other_platform,
    totals.persons,
    coalesce(shared.shared_persons, 0) as shared_persons
from totals
inner join totals as other_totals
    on other_totals.tenant = totals.tenant
    and other_totals.platform <> totals.platform
left join shared
    on shared.tenant = totals.tenant
    and shared.platform = totals.platform
    and shared.other_platform = other_totals.platform
