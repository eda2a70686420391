-- Spend against net revenue of the month, by channel, and how many spend days were bad.
select
    channel as "渠道 channel",
    count_if(spend_yuan > 0) as "花费天数 days",
    sum(spend_yuan) as "花费 spend",
    sum(if(spend_yuan > 0, revenue_yuan, 0)) as "净收入 revenue",
    cast(sum(if(spend_yuan > 0, revenue_yuan, 0)) / nullif(sum(spend_yuan), 0) as decimal(18, 2)) as "ROI",
    cast(truncate(min(roi), 2) as decimal(18, 2)) as "最差日 worst day",
    count_if(roi < decimal '1.5') as "低于1.5 bad days"
from lake.ads.channel_roi
where tenant = '{tenant}'
group by channel
having sum(spend_yuan) > 0
order by "花费 spend" desc
