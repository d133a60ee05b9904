-- EXPECT: FAILED other-object/closed operator public.===(text,text)
create function same(text, text) returns boolean language sql immutable as 'select $1 = $2';
create operator === (leftarg = text, rightarg = text, function = same);
