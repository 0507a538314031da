-- A new text of a picture or recording left the medium out of its revision, as if it were gone.
update asset_revision set
  media_digest = (select m.media_digest from asset_revision m where m.asset_id = asset_revision.asset_id and m.number = 1),
  media_type = (select m.media_type from asset_revision m where m.asset_id = asset_revision.asset_id and m.number = 1),
  media_name = (select m.media_name from asset_revision m where m.asset_id = asset_revision.asset_id and m.number = 1)
  where media_digest is null;
