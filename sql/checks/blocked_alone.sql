-- blocked_alone: an identifier that a human blocked is a person by itself.
-- Grain of a violation: one row per tenant and blocked identifier.
-- Holds once the facts are through. Of blocks and unblocks of one identifier the newest counts.
with

rulings as (
    select * from lake.dwd.identity_ruled
),

identity as (
    select * from lake.dim.identity
),

newest as (
    select
        tenant,
        identifier.type || '|' || identifier.scope || '|' || identifier.value as identifier_text,
        max_by(ruling, row(occurred_at, event_id)) as ruling
    from rulings
    where ruling in ('BLOCK', 'UNBLOCK')
        and identifier is not null
    group by tenant, identifier.type || '|' || identifier.scope || '|' || identifier.value
)

select
    newest.tenant,
    newest.identifier_text,
    itself.one_id,
    count(*) as others
from newest
inner join identity as itself
    on itself.tenant = newest.tenant
    and itself.identifier_text = newest.identifier_text
inner join identity as others
    on others.tenant = itself.tenant
    and others.one_id = itself.one_id
    and others.identifier_text <> itself.identifier_text
where newest.ruling = 'BLOCK'
group by newest.tenant, newest.identifier_text, itself.one_id
