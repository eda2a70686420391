-- identity: which person an identifier belongs to now.
-- Grain: one row per tenant and identifier that belongs to a person.
-- The newest version counts. Facts keep account identifiers and are joined here, so a merge never rewrites a fact.
-- Column identifier_text: 标识的文本形式：类型|范围|值
create or replace view lake.dim.identity
comment '当前身份：每个标识当前所属的人'
security invoker
as
with

changes as (
    select * from lake.dim.identity_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

ranked as (
    select
        tenant,
        identifier_type,
        identifier_scope,
        identifier_value,
        one_id,
        previous_one_id,
        valid_at,
        version,
        anchor,
        row_number() over (
            partition by tenant, identifier_type, identifier_scope, identifier_value
            order by version desc, change_id desc
        ) as age
    from changes
)

select
    tenant,
    identifier_type || '|' || identifier_scope || '|' || identifier_value as identifier_text,
    identifier_type,
    identifier_scope,
    identifier_value,
    one_id,
    previous_one_id,
    valid_at,
    version,
    anchor
from ranked
where age = 1
    and one_id is not null
