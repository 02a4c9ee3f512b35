"""Small widgets and delegates that several pages use."""
