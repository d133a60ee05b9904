-- EXPECT: FAILED other-object/definition operator public.===(pg_catalog.text,pg_catalog.text)
create function same(text, text) returns boolean language sql immutable as 'select $1 = $2';
create operator === (leftarg = text, rightarg = text, function = same, commutator = ===);
