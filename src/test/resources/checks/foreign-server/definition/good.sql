create foreign data wrapper w;
create server archive foreign data wrapper w options (host 'archive');
