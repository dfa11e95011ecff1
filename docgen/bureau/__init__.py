"""The recommending unit's side (推荐单位): applications gathered, compared, put into a table."""
