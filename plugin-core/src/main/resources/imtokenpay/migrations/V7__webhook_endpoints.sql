-- Endpoints that answered 410 Gone: nothing is sent there until a person enables them or their address changes.
create table webhook_disabled (
    store_id varchar(40)   primary key,
    address  varchar(2000) not null,
    since    timestamp(6) with time zone not null
);

-- In the order in which a store's events are taken, to the last column: else all that waits is sorted for each batch.
drop index webhook_event_due;
create index webhook_event_due on webhook_event (state, store_id, next_at, id);
