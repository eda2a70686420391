-- credit_signs: no source of an order is credited with less than nothing, under any person, and no refund without an order with more.
-- Grain of a violation: one row per tenant, order, model, source, touch and person.
-- The ledger holds differences; a sum below zero means that something was withdrawn that had not been given.
with

credits as (
    select * from lake.dws.credit
)

select
    tenant,
    order_id,
    model,
    source,
    one_id,
    credit_yuan
from credits
where (credit_yuan < 0) <> (source = 'unlinked_refund')
