-- The ROI alerts of the month, each as it stands at the end.
select
    channel,
    status,
    array_join(days, '、') as days,
    array_join(transform(roi, value -> format('%.4f', value)), '、') as roi,
    spend_at_risk_yuan,
    reason,
    suggestion,
    format_datetime(opened_at at time zone 'Asia/Shanghai', 'yyyy-MM-dd HH:mm') as opened_at,
    format_datetime(decided_at at time zone 'Asia/Shanghai', 'yyyy-MM-dd HH:mm') as decided_at
from lake.ads.roi_alert
where tenant = '{tenant}'
order by opened_at, channel
