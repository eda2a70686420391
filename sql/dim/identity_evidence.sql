-- identity_evidence: what is known of who belongs together: every tie of two identifiers, and every identifier seen.
-- Grain: one row per tenant, pair of identifiers (left <= right) and rule.
-- With left = right it is a sighting: the identifier exists, and so has a person. Whether a tie joins is in dim.identity_conflict.
-- Column left_text: 左端标识的文本形式：类型|范围|值
-- Column right_text: 右端标识的文本形式：类型|范围|值
-- Column first_seen: 首次得知的时间（UTC）
-- Column last_seen: 最近一次成立的时间（平台时钟，UTC）
create or replace view lake.dim.identity_evidence
comment '身份证据：哪些标识因何属于同一人，出自哪个事件'
security invoker
as
with

changes as (
    select * from lake.dim.identity_evidence_change
)

select
    tenant,
    left_type || '|' || left_scope || '|' || left_value as left_text,
    right_type || '|' || right_scope || '|' || right_value as right_text,
    left_type,
    left_scope,
    left_value,
    right_type,
    right_scope,
    right_value,
    rule,
    max_by(trust, valid_at) as trust,
    min(first_seen) as first_seen,
    max(last_seen) as last_seen,
    min_by(source_event, row(first_seen, source_event)) as source_event
from changes
group by tenant, left_type, left_scope, left_value, right_type, right_scope, right_value, rule
