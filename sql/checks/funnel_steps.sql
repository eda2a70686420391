-- funnel_steps: no later step of a live-code funnel has more people than the step before it.
-- Grain of a violation: one row per tenant, live code and scan day.
with

funnel as (
    select * from lake.ads.live_code_funnel
)

select
    tenant,
    live_code,
    scan_day,
    scanned,
    friends,
    chatters,
    buyers
from funnel
where friends > scanned
    or chatters > friends
    or buyers > chatters
