-- A store that asks instead of being told reads its events by number. Numbers are given after the commit, under the lock
-- of the store's row, so that an event that becomes visible late never gets a number that a reader has passed.
alter table webhook_event add column feed_number bigint;
create unique index webhook_event_feed on webhook_event (store_id, feed_number);

create table feed (
    store_id    varchar(40) primary key,
    last_number bigint      not null
);
