-- profile_accounts: the accounts of a live profile belong to its person.
-- Grain of a violation: one row per tenant, person and account.
-- Holds once the facts are through. No join multiplies rows: identity is unique by identifier.
with

profiles as (
    select * from lake.dws.profile
),

identity as (
    select * from lake.dim.identity
),

accounts as (
    select
        profiles.tenant,
        profiles.one_id,
        listed.account
    from profiles
    cross join unnest(profiles.accounts) as listed (account)
)

select
    accounts.tenant,
    accounts.account,
    accounts.one_id as one_id_of_profile,
    identity.one_id as one_id_of_account
from accounts
left join identity
    on identity.tenant = accounts.tenant
    and identity.identifier_text = accounts.account
where identity.one_id is null
    or identity.one_id <> accounts.one_id
