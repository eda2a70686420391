-- How far people get after scanning a live code, all scan days together.
with

codes as (
    select
        channel,
        live_code,
        poster,
        placement,
        sum(scanned) as scanned,
        sum(friends) as friends,
        sum(chatters) as chatted,
        sum(buyers) as paying
    from lake.ads.live_code_funnel
    where tenant = '{tenant}'
    group by channel, live_code, poster, placement
)

select
    channel as "渠道 channel",
    poster || ' ' || placement as "海报与位置 poster",
    scanned as "扫码 scanned",
    friends as "加好友 friends",
    chatted as "发消息 chatted",
    paying as "7日付款 paid",
    format('%.1f %%', 100e0 * paying / nullif(scanned, 0)) as "转化 rate"
from codes
order by scanned desc, live_code
