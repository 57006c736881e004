-- models: with what content each file last came from which folder on which machine, so that a folder that others are
-- ahead of takes nothing back
create table model_folder (
    -- SHA-256 of the machine's name and the folder's path
    folder     varchar(64)              not null,
    name       varchar(255)             not null,
    digest     varchar(64)              not null,
    brought_at timestamp with time zone not null,
    primary key (folder, name)
);
