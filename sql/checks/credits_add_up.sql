-- credits_add_up: in every model the credits of an order add up to its net revenue, to the fen.
-- Grain of a violation: one row per tenant, order and model.
-- Holds once the facts are through: the ledger follows the facts by moments. Refunds that no order is known of are lines of their own:
-- credits_of_profile has them.
with

orders as (
    select * from lake.dwd.paid_order
),

changes as (
    select * from lake.dws.credit_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

due as (
    select
        orders.tenant,
        orders.order_key as order_id,
        models.model,
        orders.net_revenue_yuan
    from orders
    cross join unnest(array['first', 'last', 'linear']) as models (model)
),

credited as (
    select
        tenant,
        order_id,
        model,
        sum(delta_yuan) as credited_yuan
    from changes
    where source <> 'unlinked_refund'
    group by tenant, order_id, model
)

select
    coalesce(due.tenant, credited.tenant) as tenant,
    coalesce(due.order_id, credited.order_id) as order_id,
    coalesce(due.model, credited.model) as model,
    coalesce(due.net_revenue_yuan, 0) as net_revenue_yuan,
    coalesce(credited.credited_yuan, 0) as credited_yuan
from due
full outer join credited
    on credited.tenant = due.tenant
    and credited.order_id = due.order_id
    and credited.model = due.model
where coalesce(due.net_revenue_yuan, 0) <> coalesce(credited.credited_yuan, 0)
