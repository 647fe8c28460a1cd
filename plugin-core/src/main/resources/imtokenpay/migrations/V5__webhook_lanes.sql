-- Each store is served by itself, so its due events are found by its id.
drop index webhook_event_due;
create index webhook_event_due on webhook_event (state, store_id, next_at);
