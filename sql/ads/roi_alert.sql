-- roi_alert: each ROI alert as it stands now.
-- Grain: one row per tenant and alert; a streak of days below the threshold has one alert.
-- The newest version counts. opened_at is when the alert was first given, decided_at when it last changed.
-- Column opened_at: 首次预警时间（UTC）
create or replace view lake.ads.roi_alert
comment 'ROI 预警：每个预警的最新状态'
security invoker
as
with

changes as (
    select * from lake.ads.alert
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

ranked as (
    select
        tenant,
        alert_id,
        channel,
        status,
        version,
        days,
        roi,
        threshold,
        spend_at_risk_yuan,
        reason,
        suggestion,
        valid_at,
        min(decided_at) over (partition by tenant, alert_id) as opened_at,
        decided_at,
        row_number() over (partition by tenant, alert_id order by version desc) as age
    from changes
    where kind = 'roi'
)

select
    tenant,
    alert_id,
    channel,
    status,
    version,
    days,
    roi,
    threshold,
    spend_at_risk_yuan,
    reason,
    suggestion,
    valid_at,
    opened_at,
    decided_at
from ranked
where age = 1
