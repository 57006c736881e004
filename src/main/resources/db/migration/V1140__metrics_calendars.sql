-- metrics: the word by which a person's calendar addresses are known; a new one ends the addresses made with the old
create table calendar_code (
    person  varchar(254)             not null primary key,
    code    varchar(40)              not null unique,
    made_at timestamp with time zone not null
);
