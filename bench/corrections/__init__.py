"""Whether what people say of records outlives whatever happens to them."""
