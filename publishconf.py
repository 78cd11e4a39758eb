"""What differs where the site is published: the public edition, without restricted text."""

from pelicanconf import *  # noqa: F403

EDITION = "public"
