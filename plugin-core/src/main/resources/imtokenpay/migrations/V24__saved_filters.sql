-- Filters of the list of payments that a person has saved for himself, as the address of the page has them.
create table saved_filter (
    owner varchar(64)   not null references shop_owner (name) on delete cascade,
    name  varchar(64)   not null,
    query varchar(1000) not null,
    primary key (owner, name)
);
