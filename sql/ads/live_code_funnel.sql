-- live_code_funnel: how far people get after scanning a live code: scan, friend, message, paid order.
-- Grain: one row per tenant, live code and scan day (calendar day in Asia/Shanghai).
-- A person is a one_id and counts once per row and step, on the day of their first scan or friend add by that code.
-- Friend: added by that code. Message: the customer wrote. Paid: any paid order of the person, on any platform.
-- A step counts if it happened within 7 days of that first moment and the steps before it did too, in whatever order.
-- No join multiplies rows: entries, chatters and buyers are unique per code and person, identity and codes by their keys.
-- Column scan_day: 首次扫码日（Asia/Shanghai 自然日）
-- Column scanned: 扫码人数
-- Column friends: 其中 7 日内加好友的人数
-- Column chatters: 其中 7 日内还发过消息的人数
-- Column buyers: 其中 7 日内还付款的人数
create or replace view lake.ads.live_code_funnel
comment '活码漏斗：扫码、加好友、发消息、7 日内付款的人数'
security invoker
as
with

entries as (select * from lake.dws.live_code_entry),

messages as (select * from lake.dwd.message_sent),

paid_orders as (select * from lake.dwd.paid_order),

identity as (select * from lake.dim.identity),

codes as (select * from lake.dim.live_code),

chatters as (
    select distinct entries.tenant, entries.live_code, entries.one_id
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
    select distinct entries.tenant, entries.live_code, entries.one_id
    from paid_orders
    inner join entries
        on entries.tenant = paid_orders.tenant
        and entries.one_id = paid_orders.one_id
        and paid_orders.paid_at >= entries.entered_at
        and paid_orders.paid_at < entries.entered_at + interval '7' day
),

steps as (
    select
        entries.tenant,
        entries.live_code,
        cast(entries.entered_at at time zone 'Asia/Shanghai' as date) as scan_day,
        coalesce(entries.friend_at < entries.entered_at + interval '7' day, false) as is_friend,
        chatters.one_id is not null as has_chatted,
        buyers.one_id is not null as has_paid
    from entries
    left join chatters
        on chatters.tenant = entries.tenant
        and chatters.live_code = entries.live_code
        and chatters.one_id = entries.one_id
    left join buyers
        on buyers.tenant = entries.tenant
        and buyers.live_code = entries.live_code
        and buyers.one_id = entries.one_id
)

select
    steps.tenant,
    steps.live_code,
    codes.channel,
    codes.campaign,
    codes.poster,
    codes.placement,
    steps.scan_day,
    count(*) as scanned,
    count_if(steps.is_friend) as friends,
    count_if(steps.is_friend and steps.has_chatted) as chatters,
    count_if(steps.is_friend and steps.has_chatted and steps.has_paid) as buyers
from steps
left join codes
    on codes.tenant = steps.tenant
    and codes.live_code = steps.live_code
group by steps.tenant, steps.live_code, codes.channel, codes.campaign, codes.poster, codes.placement, steps.scan_day
