-- tags_of_profile: the tags that a live profile lists are those that stand, and nobody else carries a tag.
-- Grain of a violation: one row per tenant, person and tag.
-- Holds once the facts are through. No join multiplies rows: both sides are unique by person and tag.
with

profiles as (
    select * from lake.dws.profile
),

tags as (
    select * from lake.dws.tag
),

listed as (
    select
        profiles.tenant,
        profiles.one_id,
        entries.tag
    from profiles
    cross join unnest(profiles.tags) as entries (tag)
)

select
    if(tags.tag is null, 'listed, does not stand', 'stands, not listed') as problem,
    coalesce(listed.tenant, tags.tenant) as tenant,
    coalesce(listed.one_id, tags.one_id) as one_id,
    coalesce(listed.tag, tags.tag) as tag
from listed
full outer join tags
    on tags.tenant = listed.tenant
    and tags.one_id = listed.one_id
    and tags.tag = listed.tag
where listed.tag is null
    or tags.tag is null
