-- conflict_evidence: what is held back is evidence that is known.
-- Grain of a violation: one row per tenant, pair of identifiers and rule.
with

conflicts as (
    select * from lake.dim.identity_conflict
),

evidence as (
    select * from lake.dim.identity_evidence
)

select
    conflicts.tenant,
    conflicts.left_text,
    conflicts.right_text,
    conflicts.rule,
    conflicts.reason
from conflicts
left join evidence
    on evidence.tenant = conflicts.tenant
    and evidence.left_text = conflicts.left_text
    and evidence.right_text = conflicts.right_text
    and evidence.rule = conflicts.rule
where evidence.rule is null
