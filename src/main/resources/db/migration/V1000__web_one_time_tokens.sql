-- web: links that sign in once; the table of Spring Security's JdbcOneTimeTokenService
create table one_time_tokens (
    token_value varchar(36)              not null primary key,
    username    varchar(320)             not null,
    expires_at  timestamp with time zone not null
);
create index one_time_tokens_username on one_time_tokens (username);
