-- When a payment was settled by its chain: the time of the block whose transfer completed what was due. Written at the
-- settlement and kept, so that a payment stays in the period that it was reported in.
alter table payment add column settled_at timestamp(6) with time zone;
update payment set settled_at = coalesce(
    (select min(t.block_time) from transfer t where t.payment_id = payment.id and t.included
        and (select sum(u.units) from transfer u
            where u.payment_id = payment.id and u.included and u.block_time <= t.block_time) >= payment.due),
    updated_at)
    where status in ('settled', 'reversed');

-- Reports are read page by page in the order of the chain's time.
create index payment_settled on payment (settled_at, id);
create index payment_settled_of_store on payment (store_id, settled_at, id);
create index transfer_by_time on transfer (block_time);
create index payout_by_time on payout (block_time);
