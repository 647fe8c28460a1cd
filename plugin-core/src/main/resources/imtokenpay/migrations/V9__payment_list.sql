-- When a payment changed last. The default lets a node of the version before add payments while it is replaced.
alter table payment add column updated_at timestamp(6) with time zone default current_timestamp not null;
update payment set updated_at = coalesce(
    (select max(e.occurred_at) from webhook_event e where e.payment_id = payment.id), opened_at);

-- Payments are listed page by page. Each list has an index in its own order, so that no page is counted from the begin.
drop index payment_of_order;
create index payment_of_order on payment (store_id, order_ref, opened_at desc, id desc);
create index payment_of_store on payment (store_id, opened_at desc, id desc);
create index payment_in_standing on payment (store_id, status, opened_at desc, id desc);
create index payment_changed on payment (store_id, updated_at, id);
