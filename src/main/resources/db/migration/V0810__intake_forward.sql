-- intake: requests that one of our people forwarded, and whose mail it was; the original is null where that is not known
create table forward (
    ref            varchar(24)  not null primary key references request (ref),
    forwarder      varchar(320) not null,
    forwarder_name varchar(200) not null,
    original       varchar(320),
    original_name  varchar(200)
);
