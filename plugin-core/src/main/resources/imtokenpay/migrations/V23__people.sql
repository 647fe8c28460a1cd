-- What is to become of a person, where a change that waits is about one: its subject is person: and the name then. It is not
-- sealed: whoever can write here lets himself in anyway.
alter table pending_change add column wish varchar(32);

-- What has happened to owners of late, which every page tells of for a while: of each person, the newest of each kind.
create table owner_news (
    whom    varchar(64) not null,
    event   varchar(32) not null,
    done_by varchar(64) not null,
    done_at timestamp(6) with time zone not null,
    primary key (whom, event)
);
