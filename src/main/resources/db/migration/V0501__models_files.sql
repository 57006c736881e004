-- models: what became of the files in the folder of models, for all nodes
create table model_file (
    name       varchar(200)             not null primary key,
    digest     varchar(64)              not null,
    checked_at timestamp with time zone not null,
    report     text                     not null
);
