-- inbox and outbox: the newest refresh token that a token server gave in place of the one in the settings
create table mail_refresh_token (
    -- SHA-256 of the one in the settings: another one there makes this row worthless
    given  varchar(64)   not null primary key,
    newest varchar(8000) not null
);
