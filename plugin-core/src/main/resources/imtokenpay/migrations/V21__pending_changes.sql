-- Changes of settings that wait until they take effect, one for each thing. What changes is sealed under the other columns.
create table pending_change (
    subject  varchar(200) primary key,
    asked_by varchar(64)  not null,
    asked_at timestamp(6) with time zone not null,
    due      timestamp(6) with time zone not null,
    sealed   text         not null
);

-- Since when somebody is an owner; empty for those of before. Who was let in after a change was asked for does not approve it.
alter table shop_owner add column owner_since timestamp(6) with time zone;
alter table shop_owner alter column owner_since set default current_timestamp;
