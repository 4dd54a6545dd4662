"""A generative grammar of resume bullets that emits dependency trees."""
