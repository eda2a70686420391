-- identity_conflicts: how much evidence joins nobody now, by reason and rule, with an example to look into.
-- Grain: one row per tenant, reason and rule.
-- The example is the newest: ./quanyu identity why-same takes its two ends.
-- Column conflicts: 被搁置的证据数（条）
-- Column last_valid_at: 最近一次搁置的时间（UTC）
-- Column example_left: 最近一例的左端标识
-- Column example_right: 最近一例的右端标识
-- Column example_detail: 最近一例的说明
create or replace view lake.ads.identity_conflicts
comment '身份冲突汇总：按原因与规则统计被搁置的证据'
security invoker
as
with

conflicts as (
    select * from lake.dim.identity_conflict
)

select
    tenant,
    reason,
    reason_name,
    rule,
    count(*) as conflicts,
    max(valid_at) as last_valid_at,
    max_by(left_text, row(valid_at, left_text, right_text)) as example_left,
    max_by(right_text, row(valid_at, left_text, right_text)) as example_right,
    max_by(detail, row(valid_at, left_text, right_text)) as example_detail
from conflicts
group by tenant, reason, reason_name, rule
