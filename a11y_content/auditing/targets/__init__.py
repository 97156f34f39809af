"""Where pages come from: folders and files, sitemaps, lists of targets; which of them are wanted."""
