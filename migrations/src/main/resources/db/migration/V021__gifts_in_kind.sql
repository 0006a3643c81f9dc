-- What was given in kind, in the words of who told of it.
ALTER TABLE gift ADD COLUMN description text;
