-- Endpoints that answered 410 Gone: nothing is sent there until a person enables them or their address changes.
create table webhook_disabled (
    store_id varchar(40)   primary key,
    address  varchar(2000) not null,
    since    timestamp(6) with time zone not null
);
