-- Keys that were made for stores, without the keys: each is shown once, and this is its SHA-256.
create table api_key (
    id         varchar(30)   primary key,
    store_id   varchar(40)   not null,
    name       varchar(64)   not null,
    sha256     varchar(64)   not null unique,
    scopes     varchar(200)  not null,
    addresses  varchar(1000) not null,
    test       boolean       not null,
    created_at timestamp(6) with time zone not null,
    last_used  timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone
);

-- A store looks through its deliveries page by page, the newest first.
create index webhook_event_of_store on webhook_event (store_id, occurred_at desc, id desc);
