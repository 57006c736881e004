-- outbox: digests that could not be made, or not whole; for health
create table outbox_digest_trouble (
    address varchar(400)             primary key,
    at      timestamp with time zone not null,
    -- tasks that it should have listed and could not; 0 where there was no digest at all
    broken  integer                  not null
);
