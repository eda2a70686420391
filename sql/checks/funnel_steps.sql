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
    scanned_customers,
    friend_customers,
    chatted_customers,
    paying_customers
from funnel
where friend_customers > scanned_customers
    or chatted_customers > friend_customers
    or paying_customers > chatted_customers
