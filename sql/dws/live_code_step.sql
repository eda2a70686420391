-- live_code_step: how far each entry by a live code got, and what the code stood for when it began.
-- Grain: one row per tenant, live code, person and entry.
-- Friend: added by that code. Message: the customer wrote. Paid: a paid order of more than 0 yuan of the person, on any platform.
-- A step counts if it happened within 7 days of the entry, in whatever order.
-- No join multiplies rows: chatters and buyers are unique per entry, identity by its key, and an entry lies in one period of its code.
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

chatters as (
    select distinct entries.tenant, entries.live_code, entries.one_id, entries.entered_at
    from messages
    inner join identity
        on identity.tenant = messages.tenant
        and identity.identifier_text = messages.subject_text
    inner join entries
        on entries.tenant = messages.tenant
        and entries.one_id = identity.one_id
        and messages.occurred_at >= entries.entered_at
        and messages.occurred_at < entries.entered_at + interval '7' day
    where messages.from_customer
        and messages.action = 'SENT'
),

buyers as (
    select distinct entries.tenant, entries.live_code, entries.one_id, entries.entered_at
    from paid_orders
    inner join entries
        on entries.tenant = paid_orders.tenant
        and entries.one_id = paid_orders.one_id
        and paid_orders.paid_at >= entries.entered_at
        and paid_orders.paid_at < entries.entered_at + interval '7' day
    where paid_orders.paid_yuan > 0
)

select
    entries.tenant,
    entries.live_code,
    entries.one_id,
    entries.entered_at,
    periods.channel,
    periods.campaign,
    periods.poster,
    periods.placement,
    coalesce(periods.expired, false) as expired,
    entries.friend_at is not null as is_friend,
    chatters.one_id is not null as has_chatted,
    buyers.one_id is not null as has_paid
from entries
left join periods
    on periods.tenant = entries.tenant
    and periods.live_code = entries.live_code
    and periods.starts_at <= entries.entered_at
    and entries.entered_at < periods.ends_at
left join chatters
    on chatters.tenant = entries.tenant
    and chatters.live_code = entries.live_code
    and chatters.one_id = entries.one_id
    and chatters.entered_at = entries.entered_at
left join buyers
    on buyers.tenant = entries.tenant
    and buyers.live_code = entries.live_code
    and buyers.one_id = entries.one_id
    and buyers.entered_at = entries.entered_at
