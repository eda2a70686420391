-- live_code_step: how far each entry by a live code got, and what the code stood for when it began.
-- Grain: one row per tenant, live code, person and entry.
-- Friend: added by that code. Message: the customer wrote. Paid: a paid order of more than 0 yuan of the person, on any platform.
-- A step counts if it happened within 7 days of the entry, in whatever order.
-- The join of acts is grouped again; no other join multiplies rows: identity is unique by its key, and an entry lies in one period of its code.
-- Column entered_at: 本次进入的时间（UTC）
-- Column is_friend: 7 日内经此码加为好友
-- Column has_chatted: 7 日内发过消息
-- Column has_paid: 7 日内付过款（0 元单不算）
create or replace view lake.dws.live_code_step
comment '活码步骤：每次进入在 7 日内走到哪一步，以及进入时活码所属的渠道与海报'
security invoker
as
with

entries as (select * from lake.dws.live_code_entry),

messages as (select * from lake.dwd.message_sent),

paid_orders as (select * from lake.dwd.paid_order),

identity as (select * from lake.dim.identity),

periods as (select * from lake.dim.live_code_period),

acts as (
    select
        messages.tenant,
        identity.one_id,
        messages.occurred_at as acted_at,
        false as has_paid
    from messages
    inner join identity
        on identity.tenant = messages.tenant
        and identity.identifier_text = messages.subject_text
    where messages.from_customer
        and messages.action = 'SENT'
    union all
    select tenant, one_id, paid_at as acted_at, true as has_paid
    from paid_orders
    where paid_yuan > 0
),

reached as (
    select
        entries.tenant,
        entries.live_code,
        entries.one_id,
        entries.entered_at,
        entries.friend_at is not null as is_friend,
        coalesce(bool_or(not acts.has_paid), false) as has_chatted,
        coalesce(bool_or(acts.has_paid), false) as has_paid
    from entries
    left join acts
        on acts.tenant = entries.tenant
        and acts.one_id = entries.one_id
        and acts.acted_at >= entries.entered_at
        and acts.acted_at < entries.entered_at + interval '7' day
    group by entries.tenant, entries.live_code, entries.one_id, entries.entered_at, entries.friend_at is not null
)

select
    reached.tenant,
    reached.live_code,
    reached.one_id,
    reached.entered_at,
    periods.channel,
    periods.campaign,
    periods.poster,
    periods.placement,
    coalesce(periods.expired, false) as expired,
    reached.is_friend,
    reached.has_chatted,
    reached.has_paid
from reached
left join periods
    on periods.tenant = reached.tenant
    and periods.live_code = reached.live_code
    and periods.starts_at <= reached.entered_at
    and reached.entered_at < periods.ends_at
