ALTER TABLE drill_sheets ADD COLUMN request text;
