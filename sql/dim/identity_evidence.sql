-- identity_evidence: what is known of who belongs together: every tie of two identifiers, and every identifier seen.
-- Grain: one row per tenant, pair of identifiers (left <= right) and rule.
-- With left = right it is a sighting: the identifier exists, and so has a person. Whether a tie joins is in dim.identity_conflict.
-- A retraction names the two ends in any order and is for good. The join multiplies no rows: retracted ties are distinct.
-- Column left_text: 左端标识的文本形式：类型|范围|值
-- Column right_text: 右端标识的文本形式：类型|范围|值
-- Column first_seen: 全域首次收到的时间（UTC）
-- Column last_seen: 最近一次成立的时间（平台时钟，UTC）；不会过期的证据为空
-- Column retracted: 是否已被人工撤回：撤回后不再相连，两端仍存在
create or replace view lake.dim.identity_evidence
comment '身份证据：哪些标识因何属于同一人，出自哪个事件'
security invoker
as
with

changes as (
    select * from lake.dim.identity_evidence_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

rulings as (
    select * from lake.dwd.identity_ruled
),

named as (
    select
        tenant,
        left_identifier.type || '|' || left_identifier.scope || '|' || left_identifier.value as one_text,
        right_identifier.type || '|' || right_identifier.scope || '|' || right_identifier.value as other_text,
        rule
    from rulings
    where ruling = 'RETRACT'
),

retractions as (
    select tenant, one_text as left_text, other_text as right_text, rule from named
    union
    select tenant, other_text as left_text, one_text as right_text, rule from named
),

known as (
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
)

select
    known.tenant,
    known.left_text,
    known.right_text,
    known.left_type,
    known.left_scope,
    known.left_value,
    known.right_type,
    known.right_scope,
    known.right_value,
    known.rule,
    known.trust,
    known.first_seen,
    known.last_seen,
    known.source_event,
    retractions.rule is not null as retracted
from known
left join retractions
    on retractions.tenant = known.tenant
    and retractions.left_text = known.left_text
    and retractions.right_text = known.right_text
    and retractions.rule = known.rule
