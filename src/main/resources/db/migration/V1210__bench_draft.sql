-- bench: what somebody uploaded to look at before it is deployed; gone after 30 days
create table bench_draft (
    id      varchar(40)              not null primary key,
    author  varchar(400)             not null,
    made_at timestamp with time zone not null
);
create index bench_draft_made on bench_draft (made_at);
create index bench_draft_author on bench_draft (author, made_at);

create table bench_draft_file (
    draft varchar(40)  not null references bench_draft (id) on delete cascade,
    place integer      not null,
    name  varchar(100) not null,
    bytes bytea        not null,
    primary key (draft, place)
);
