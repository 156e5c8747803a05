-- rebuild_adjacency() spells it out now: a view of all columns stands in the way of every change to them.
DROP VIEW relationship_ends;
