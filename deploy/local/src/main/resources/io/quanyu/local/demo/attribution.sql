-- Net revenue by channel in three models; each column adds up to the same sum.
with

credits as (
    select * from lake.ads.channel_attribution where tenant = '{tenant}'
),

rows_and_sum as (
    select
        coalesce(channel, '合计 total') as channel,
        grouping(channel) as is_total,
        sum(if(model = 'first', revenue_yuan)) as first_yuan,
        sum(if(model = 'last', revenue_yuan)) as last_yuan,
        sum(if(model = 'linear', revenue_yuan)) as linear_yuan,
        sum(if(model = 'last', order_count)) as orders
    from credits
    group by grouping sets ((channel), ())
)

select
    channel as "渠道 channel",
    coalesce(first_yuan, 0) as "首次触点 first",
    coalesce(last_yuan, 0) as "末次触点 last",
    coalesce(linear_yuan, 0) as "线性 linear",
    coalesce(orders, 0) as "订单 orders (last)"
from rows_and_sum
order by is_total, last_yuan desc nulls last, channel
