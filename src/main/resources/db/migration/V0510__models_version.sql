-- models: who deployed which version of a process or decision table, when, which way and why
create table model_version (
    definition_id  varchar(64)              not null primary key,
    definition_key varchar(255)             not null,
    version        integer                  not null,
    deployment_id  varchar(64)              not null,
    -- a mail address, or the name of a program's token; empty where the file was put into the folder
    author         varchar(400)             not null,
    -- folder, page, api or modeler
    source         varchar(20)              not null,
    comment        text                     not null,
    deployed_at    timestamp with time zone not null
);
create index model_version_key on model_version (definition_key, version);

-- the content that the owner of a file was told of, so that everybody is told once; null while it is well
alter table model_file add column told_digest varchar(64);
