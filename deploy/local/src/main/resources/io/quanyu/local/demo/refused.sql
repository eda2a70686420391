-- Why payloads were refused.
select
    reason as "原因 reason",
    count(*) as "次数 times",
    min(detail) as "例 for example"
from lake.ods.dead_letter
where tenant = '{tenant}'
group by reason
order by "次数 times" desc, reason
