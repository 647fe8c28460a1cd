-- What admins set up on their screens: networks, assets, stores. Values are sealed (AES-GCM) with a key that is not here.
create table kept_setting (
    name   varchar(200) primary key,
    sealed text         not null
);

-- How often that was changed. Whoever changes it locks this row; every node looks here for news.
create table setting_version (
    id      integer primary key check (id = 1),
    version bigint  not null
);
insert into setting_version (id, version) values (1, 0);
