-- live_code_funnel: how far people get after scanning a live code: scan, friend, message, paid order.
-- Grain: one row per tenant, live code, what it stood for when it was scanned, and scan day (calendar day in Asia/Shanghai).
-- A person is a one_id and counts once per entry and step, on the day the entry began: a scan or a friend add by that code. Who comes
-- by it again after 7 days enters anew. A step counts if it happened within 7 days and the steps before it did too, in whatever order.
-- A day is unripe while its 7 days are not over by the newest scan, message or order that happened: its later steps may still grow.
-- The join multiplies no rows: there is one newest fact per tenant, without any nothing is over.
-- Column scan_day: 扫码日（Asia/Shanghai 自然日）：本次进入的日期
-- Column scanned: 扫码人数
-- Column friends: 其中 7 日内加好友的人数
-- Column chatters: 其中 7 日内还发过消息的人数
-- Column buyers: 其中 7 日内还付款的人数（0 元单不算）
-- Column expired: 扫码时活码已过期（仍计入）
-- Column unripe: 7 日观察期未满，后续步骤的人数仍可能增加
create or replace view lake.ads.live_code_funnel
comment '活码漏斗：扫码、加好友、发消息、7 日内付款的人数'
security invoker
as
with

steps as (select * from lake.dws.live_code_step),

scans as (select * from lake.dwd.live_code_scanned),

messages as (select * from lake.dwd.message_sent),

orders as (select * from lake.dwd.order_changed),

dated as (
    select
        tenant,
        live_code,
        channel,
        campaign,
        poster,
        placement,
        expired,
        cast(entered_at at time zone 'Asia/Shanghai' as date) as scan_day,
        count(*) as scanned,
        count_if(is_friend) as friends,
        count_if(is_friend and has_chatted) as chatters,
        count_if(is_friend and has_chatted and has_paid) as buyers
    from steps
    group by
        tenant,
        live_code,
        channel,
        campaign,
        poster,
        placement,
        expired,
        cast(entered_at at time zone 'Asia/Shanghai' as date)
),

newest as (
    select tenant, max(at_instant) as at_instant
    from (
        select tenant, least(occurred_at, received_at) as at_instant from scans
        union all
        select tenant, least(occurred_at, received_at) as at_instant from messages
        union all
        select tenant, least(occurred_at, received_at) as at_instant from orders
    )
    group by tenant
)

select
    dated.tenant,
    dated.live_code,
    dated.channel,
    dated.campaign,
    dated.poster,
    dated.placement,
    dated.scan_day,
    dated.scanned,
    dated.friends,
    dated.chatters,
    dated.buyers,
    dated.expired,
    coalesce(cast(newest.at_instant at time zone 'Asia/Shanghai' as date) < date_add('day', 8, dated.scan_day), true) as unripe
from dated
left join newest
    on newest.tenant = dated.tenant
