"""Many documents at once: an Excel list and an archive of files, seen before anything is kept."""
