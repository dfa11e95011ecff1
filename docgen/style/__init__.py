"""The style (规范): what an issuer demands, loaded from a pack of data."""
