"""What stands around a page: whose site it is, its header and its footer."""
