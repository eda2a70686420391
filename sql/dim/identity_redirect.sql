-- identity_redirect: where a one_id that is nobody's any more leads to.
-- Grain: one row per tenant and retired one_id.
-- A one_id derives from one identifier, its anchor. When persons are merged or parted, the anchor belongs to somebody: the id leads
-- to that person, in one step however often it moved. The join multiplies no rows: anchors are distinct, identity is unique.
-- Column retired_one_id: 曾经使用、现已停用的 one_id
-- Column one_id: 现在所指的人（全域 one_id）
-- Column anchor: 停用的 one_id 由其生成的标识：类型|范围|值
-- Column valid_at: 自何时指向此人（UTC）
create or replace view lake.dim.identity_redirect
comment '身份重定向：停用的 one_id 现在指向谁'
security invoker
as
with

changes as (
    select * from lake.dim.identity_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

identity as (
    select * from lake.dim.identity
),

named as (
    select distinct
        tenant,
        identifier_type || '|' || identifier_scope || '|' || identifier_value as anchor,
        one_id
    from changes
    where anchor
)

select
    named.tenant,
    named.one_id as retired_one_id,
    identity.one_id,
    named.anchor,
    identity.valid_at
from named
inner join identity
    on identity.tenant = named.tenant
    and identity.identifier_text = named.anchor
where identity.one_id <> named.one_id
